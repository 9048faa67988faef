/** What the editor says of words of a policy. Elements, operators and keys are AWS's. */
export const language = {
  'language.service': { one: '{name}: {count} action', other: '{name}: {count} actions' },
  'language.wildcard': { one: 'matches {count} action', other: 'matches {count} actions' },
  'language.everything': 'everything',
  'language.kind.effect': 'effect',
  'language.kind.element': 'element',
  'language.kind.operator': 'operator',
  'language.kind.resource': 'resource',
  'language.kind.principal': 'principal',
  'language.kind.value': 'value',
  'language.kind.variable': 'policy variable',
  'language.access.List': 'lists',
  'language.access.Read': 'reads',
  'language.access.Write': 'writes',
  'language.access.Permissions management': 'manages permissions',
  'language.access.Tagging': 'tags',
  'language.key': '{type}',
  'language.keyMultivalued': '{type}, several values',

  'language.action': '`{text}` of {service}: {access}.',
  'language.actionOn': 'It is asked on: {resources}.',
  'language.actionOnNothing': 'It takes no resource: only `"Resource": "*"` allows it.',
  'language.actionKeys': 'Its requests may carry: {keys}.',
  'language.actions': {
    one: '`{text}` matches {count} action of {service}.',
    other: '`{text}` matches {count} actions of {service}.',
  },
  'language.actionsLevels': 'By access level: {levels}.',
  'language.actionsFirst': 'Among them: {names}.',
  'language.everyAction':
    '`{text}` matches every action of every service, and every one that AWS adds later.',
  'language.part.operator': 'operator',
  'language.part.key': 'key',
  'language.part.value': 'value',
  'language.keyCard': '`{text}` is a condition key of the type {type}.',
  'language.keyCardGlobal': '`{text}` is a global condition key of the type {type}.',
  'language.keySeveral':
    'A request may carry several values: `ForAllValues:` or `ForAnyValue:` says which must match.',
  'language.keySingle': 'A request carries one value, or none.',

  'language.operator.string': '{name} compares texts letter by letter; `*` is a plain character.',
  'language.operator.stringIgnoreCase':
    '{name} compares texts; case does not count, `*` is a plain character.',
  'language.operator.like': '{name} compares with a pattern: `*` stands for any text, `?` for one character.',
  'language.operator.numeric': '{name} compares numbers.',
  'language.operator.date': '{name} compares points in time, as in `2026-11-25T00:00:00Z`.',
  'language.operator.bool': '{name} compares with `true` or `false`.',
  'language.operator.binary': '{name} compares bytes written in base64.',
  'language.operator.ip': '{name} compares an address with a range such as `203.0.113.0/24`.',
  'language.operator.arn': '{name} compares ARNs field by field; a wildcard does not run over a colon.',
  'language.operator.null':
    '{name} looks at whether the request carries the key: `true` means that it does not.',
  'language.operator.negated': 'It is negated: met when none of the values matches.',
  'language.operator.absent': 'When the request does not carry the key, it is not met.',
  'language.operator.absentNegated': 'When the request does not carry the key, it is met.',
  'language.operator.absentIfExists': 'With `IfExists` it is met when the request does not carry the key.',
  'language.operator.absentForAllValues':
    '`ForAllValues` wants every value of the request to match, and is met when the request carries none.',
  'language.operator.absentForAnyValue':
    '`ForAnyValue` wants at least one value of the request to match, and is not met when there is none.',

  'language.element.Version':
    '`Version` is the policy language’s. Without `2012-10-17` variables are plain text.',
  'language.element.Id': '`Id` is a name for the policy. It decides nothing.',
  'language.element.Statement':
    '`Statement` holds the statements. Their order does not matter: an explicit Deny wins.',
  'language.element.Sid': '`Sid` is a name for the statement. It decides nothing.',
  'language.element.Effect': '`Effect` says what a matching statement does: `Allow` or `Deny`.',
  'language.element.Principal':
    '`Principal` says whose requests the statement is about. Identity-based policies have none.',
  'language.element.NotPrincipal':
    '`NotPrincipal` is about everybody but those named. With `Allow` it lets in the whole world.',
  'language.element.Action':
    '`Action` says which actions the statement is about: `service:Name`, with `*` and `?`.',
  'language.element.NotAction':
    '`NotAction` is about every action but those named, also those that AWS adds later.',
  'language.element.Resource': '`Resource` says on what: ARNs, with `*` and `?`.',
  'language.element.NotResource': '`NotResource` is about every resource but those named.',
  'language.element.Condition':
    '`Condition` says when. All operators and all keys must be met; of a key’s values one is enough.',
} as const;
