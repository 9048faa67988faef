import type { compare as english } from '../en/compare.ts';
import type { Message } from '../format/messages.ts';

export const compare: Readonly<Record<keyof typeof english, Message>> = {
  'compare.title': 'Comparar dos políticas',
  'compare.lead':
    'A es la política antes de un cambio y B la de después. Se busca toda solicitud que las dos distingan; pega las tuyas.',
  'compare.question': '¿Permite B algo que A no permite?',
  'compare.type': 'Tipo de ambas políticas',
  'compare.swap': 'Intercambiar A y B',
  'compare.clear': 'Vaciar ambas',
  'compare.startOver': 'Volver al ejemplo',
  'compare.bringBack': 'Recuperar mis textos',
  'compare.side.before': 'A, antes',
  'compare.side.after': 'B, después',
  'compare.checking': 'Comprobando…',
  'compare.yes': 'Sí.',
  'compare.no': 'No.',
  'compare.notDecided': 'Sin decidir.',
  'compare.relation.equal': 'A y B permiten exactamente las mismas solicitudes.',
  'compare.relation.within': 'Todo lo que B permite, A también lo permite, y B permite menos.',
  'compare.relation.exceeds': 'B permite todo lo que permite A, y más.',
  'compare.relation.incomparable': 'B permite algo nuevo, y ya no permite algo que A sí.',
  'compare.relation.undecided': 'No se encontró ninguna diferencia, y no todo se pudo revisar:',
  'compare.relation.grantsOpen': 'B permite algo nuevo. Si además quita algo, no está decidido:',
  'compare.relation.losesOpen': 'B quita algo. Si además permite algo nuevo, no está decidido:',
  'compare.open.steps':
    'Las políticas distinguen tantas solicitudes que la búsqueda terminó después de {count} pasos.',
  'compare.open.budget': '`{name}` distingue tantas solicitudes que la búsqueda terminó.',
  'compare.open.variable':
    'La variable de política `{name}` puede ser cualquier texto, y solo se probaron los probables.',
  'compare.open.mixedOperators':
    'Las condiciones sobre `{name}` usan operadores cuyas respuestas no se pueden combinar todas aquí.',
  'compare.open.document': '`{name}` no es una política que IAM aceptaría.',
  'compare.open.domain': 'Una solicitud con `{name}` no se puede decidir aquí.',
  'compare.ended':
    'La comparación tardó demasiado y se interrumpió. Cambia un texto para volver a intentarlo.',
  'compare.blocked.before': 'A no se puede comparar.',
  'compare.blocked.after': 'B no se puede comparar.',
  'compare.blocked.empty': 'Está vacía: pega una política.',
  'compare.blocked.unread': 'No es una política que IAM aceptaría.',
  'compare.stale': 'Lo que se muestra abajo es de los dos últimos textos que se pudieron comparar.',
  'compare.granted': 'Nuevo: B lo permite y A no',
  'compare.lost': 'Perdido: A lo permite y B no',
  'compare.noneGranted': 'Nada.',
  'compare.noneLost': 'Nada.',
  'compare.noneFound': 'No se encontró nada, y no todo se pudo revisar.',
  'compare.upTo': 'Se muestra una solicitud de cada uno de hasta tres grupos; primero la acción más grave.',
  'compare.on': 'en',
  'compare.caller': 'la hace {name}',
  'compare.with': 'con `{key}` = `{value}`',
  'compare.without': 'sin `{key}`',
  'compare.standIn':
    'El nombre representa cualquier acción que el patrón cubre; la lista de acciones de la aplicación no tiene ninguna con ese nombre.',
  'compare.openIn.before': 'Explicar con A',
  'compare.openIn.after': 'Explicar con B',
  'compare.tooLong': 'La política es demasiado larga para un enlace a la explicación.',
  'compare.toExamples': 'Ver las solicitudes',
  'compare.how': 'Qué se comparó',
  'compare.howActions': {
    one: '{count} acción, sobre cada recurso que admite.',
    other: '{count} acciones, cada una sobre cada recurso que admite.',
  },
  'compare.howStandIns':
    'Donde la aplicación no tiene todas las acciones de un servicio, nombres inventados representan el resto: uno por cada manera en que los patrones de las políticas cubren nombres a la vez.',
  'compare.howCallers': 'Quién las hace: {names}.',
  'compare.howKeys': 'Con cada clave de condición ausente, o con cualquier valor que una condición distinga.',
  'compare.howRest.identity':
    'Nada más estorba: ni límite de permisos ni SCP, y cada recurso deja la decisión a la cuenta de quien llama.',
  'compare.howRest.scp':
    'La política propia de quien llama permite todo, así que aquí se decide lo que la SCP deja pasar.',
  'compare.howRest.boundary':
    'La política propia de quien llama permite todo, así que aquí se decide lo que el límite deja pasar.',
};
