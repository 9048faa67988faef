/** Lo que dice el editor de las palabras de una política. Los elementos, operadores y claves son los de AWS. */
export const language = {
  'language.service': { one: '{name}: {count} acción', other: '{name}: {count} acciones' },
  'language.wildcard': { one: 'coincide con {count} acción', other: 'coincide con {count} acciones' },
  'language.everything': 'todo',
  'language.kind.effect': 'efecto',
  'language.kind.element': 'elemento',
  'language.kind.operator': 'operador',
  'language.kind.resource': 'recurso',
  'language.kind.principal': 'entidad principal',
  'language.kind.value': 'valor',
  'language.kind.variable': 'variable de política',
  'language.access.List': 'enumera',
  'language.access.Read': 'lee',
  'language.access.Write': 'escribe',
  'language.access.Permissions management': 'administra permisos',
  'language.access.Tagging': 'etiqueta',
  'language.key': '{type}',
  'language.keyMultivalued': '{type}, varios valores',

  'language.action': '`{text}` de {service}: {access}.',
  'language.actionOn': 'Se pide sobre: {resources}.',
  'language.actionOnNothing': 'No lleva recurso: solo `"Resource": "*"` la permite.',
  'language.actionKeys': 'Sus solicitudes pueden llevar: {keys}.',
  'language.actions': {
    one: '`{text}` coincide con {count} acción de {service}.',
    other: '`{text}` coincide con {count} acciones de {service}.',
  },
  'language.actionsLevels': 'Por nivel de acceso: {levels}.',
  'language.actionsFirst': 'Entre ellas: {names}.',
  'language.everyAction':
    '`{text}` coincide con todas las acciones de todos los servicios, y con las que AWS agregue después.',
  'language.part.operator': 'operador',
  'language.part.key': 'clave',
  'language.part.value': 'valor',
  'language.keyCard': '`{text}` es una clave de condición del tipo {type}.',
  'language.keyCardGlobal': '`{text}` es una clave de condición global del tipo {type}.',
  'language.keySeveral':
    'Una solicitud puede llevar varios valores: `ForAllValues:` o `ForAnyValue:` dice cuáles deben coincidir.',
  'language.keySingle': 'Una solicitud lleva un valor, o ninguno.',

  'language.operator.string': '{name} compara textos letra por letra; `*` es un carácter común.',
  'language.operator.stringIgnoreCase':
    '{name} compara textos sin distinguir mayúsculas; `*` es un carácter común.',
  'language.operator.like':
    '{name} compara con un patrón: `*` vale por cualquier texto, `?` por un carácter.',
  'language.operator.numeric': '{name} compara números.',
  'language.operator.date': '{name} compara momentos, como `2026-11-25T00:00:00Z`.',
  'language.operator.bool': '{name} compara con `true` o `false`.',
  'language.operator.binary': '{name} compara bytes escritos en base64.',
  'language.operator.ip': '{name} compara una dirección con un rango como `203.0.113.0/24`.',
  'language.operator.arn': '{name} compara ARN campo por campo; un comodín no pasa de los dos puntos.',
  'language.operator.null':
    '{name} mira si la solicitud lleva la clave: `true` quiere decir que no la lleva.',
  'language.operator.negated': 'Está negado: se cumple cuando ningún valor coincide.',
  'language.operator.absent': 'Cuando la solicitud no lleva la clave, no se cumple.',
  'language.operator.absentNegated': 'Cuando la solicitud no lleva la clave, se cumple.',
  'language.operator.absentIfExists': 'Con `IfExists` se cumple cuando la solicitud no lleva la clave.',
  'language.operator.absentForAllValues':
    '`ForAllValues` quiere que coincidan todos los valores de la solicitud, y se cumple cuando no lleva ninguno.',
  'language.operator.absentForAnyValue':
    '`ForAnyValue` quiere que coincida al menos un valor de la solicitud, y no se cumple cuando no hay ninguno.',

  'language.element.Version':
    '`Version` es la del lenguaje de políticas. Sin `2012-10-17` las variables son texto común.',
  'language.element.Id': '`Id` es un nombre para la política. No decide nada.',
  'language.element.Statement':
    '`Statement` contiene las declaraciones. Su orden no importa: un Deny explícito gana.',
  'language.element.Sid': '`Sid` es un nombre para la declaración. No decide nada.',
  'language.element.Effect': '`Effect` dice qué hace una declaración que coincide: `Allow` o `Deny`.',
  'language.element.Principal':
    '`Principal` dice de quién son las solicitudes. Las políticas basadas en identidad no lo llevan.',
  'language.element.NotPrincipal':
    '`NotPrincipal` trata de todos menos de los nombrados. Con `Allow` deja entrar a todo el mundo.',
  'language.element.Action':
    '`Action` dice de qué acciones trata la declaración: `servicio:Nombre`, con `*` y `?`.',
  'language.element.NotAction':
    '`NotAction` trata de todas las acciones menos las nombradas, también de las que AWS agregue después.',
  'language.element.Resource': '`Resource` dice sobre qué: ARN, con `*` y `?`.',
  'language.element.NotResource': '`NotResource` trata de todos los recursos menos los nombrados.',
  'language.element.Condition':
    '`Condition` dice cuándo. Deben cumplirse todos los operadores y todas las claves; de los valores de una clave basta uno.',
} as const;
