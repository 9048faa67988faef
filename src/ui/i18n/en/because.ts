export const because = {
  'why.because.matched': 'The value matches.',
  'why.because.noMatch': 'No value of the policy matches.',
  'why.because.negatedNoneMatches': 'The operator is negated, and none of its values matches: true.',
  'why.because.negatedOneMatches': 'The operator is negated, and one of its values matches: false.',
  'why.because.everyValueMatches': 'Every value of the request matches one of the policy: true.',
  'why.because.notEveryValueMatches':
    '`ForAllValues` wants every value of the request to match, and one does not.',
  'why.because.someValueMatchesNone': 'At least one value of the request matches none of the policy: true.',
  'why.because.everyValueMatchesOne':
    'Every value of the request matches one of the policy, so the negated operator is false.',
  'why.because.keyAbsent': 'The request does not carry the key, so the condition is false.',
  'why.because.keyAbsentNegated': 'The request does not carry the key. A negated operator is then true.',
  'why.because.keyAbsentIfExists':
    'The request does not carry the key. With `IfExists` the condition is then true.',
  'why.because.keyAbsentForAllValues':
    'The request does not carry the key. `ForAllValues` is then true: there is no value that fails.',
  'why.because.keyAbsentForAnyValue':
    'The request does not carry the key. `ForAnyValue` is then false: there is no value that matches.',
  'why.because.keyAbsentNull': 'The request does not carry the key: `Null` compares with `true`.',
  'why.because.keyPresentNull': 'The request carries the key: `Null` compares with `false`.',
  'why.because.nullForAllValues': '`Null` with `ForAllValues` does not look at whether the key is there.',
  'why.because.nullForAnyValue': '`Null` with `ForAnyValue` does not look at whether the key is there.',
  'why.because.variableWithoutValue':
    'A policy variable has no value in this request, so it matches nothing.',
  'why.because.malformedValue': 'A value in the policy is not of the kind this operator compares.',
  'why.because.malformedRequestValue': 'The request’s value is not of the kind this operator compares.',
  'why.because.emptyValues': 'The condition has no values, so nothing matches.',
  'why.because.sparedByNotPrincipal': '`NotPrincipal` names this caller, so the statement leaves it out.',
  'why.because.notSparedByNotPrincipal':
    '`NotPrincipal` does not name this caller, so the statement means it.',
  'why.because.namesTheRole': 'The policy names the role, and the caller is one of its sessions.',
  'why.because.delegatesToAccount':
    'The policy names the whole account; the caller’s own policies must allow it too.',
} as const;
