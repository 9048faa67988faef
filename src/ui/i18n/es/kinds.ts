import type { kinds as english } from '../en/kinds.ts';
import type { Message } from '../format/messages.ts';

/** Los tipos de paso, y lo que dicen los más nuevos. */
export const kinds: Readonly<Record<keyof typeof english, Message>> = {
  'kind.predict': 'Predecir',
  'kind.write': 'Escribir',
  'kind.fix': 'Corregir',
  'kind.operate': 'Operar',
};
