import type { kinds as english } from '../en/kinds.ts';
import type { Message } from '../format/messages.ts';

/** Los tipos de paso, y lo que dicen los más nuevos. */
export const kinds: Readonly<Record<keyof typeof english, Message>> = {
  'kind.predict': 'Predecir',
  'kind.write': 'Escribir',
  'kind.fix': 'Corregir',
  'kind.operate': 'Operar',
  'kind.assign': 'Asignar',
  'assign.needs': 'Necesidades',
  'assign.mechanisms': 'Para elegir',
  'assign.choose': 'Elige…',
  'assign.right': 'Correcto.',
  'assign.wrong': 'No es correcto.',
  'assign.result': '{right} de {total} elecciones son correctas.',
  'assign.missing': {
    one: 'Falta {count} elección. Hazla y pulsa Comprobar.',
    other: 'Faltan {count} elecciones. Hazlas y pulsa Comprobar.',
  },
  'assign.ready': 'Ya elegiste en todas. Pulsa Comprobar.',
  'assign.wasReset': 'Se borraron tus elecciones.',
  'assign.bringBack': 'Recuperar mis elecciones',
  'scenario.issue.needAlwaysMet':
    'todos los mecanismos son correctos para la necesidad `{id}`: nadie puede equivocarse',
  'scenario.issue.mechanismNeverRight': 'el mecanismo `{id}` no es correcto para ninguna necesidad',
  'scenario.issue.mechanismsAlike':
    'los mecanismos `{id}` y `{other}` son correctos exactamente para las mismas necesidades',
};
