import type { imports as english } from '../en/import.ts';
import type { Message } from '../format/messages.ts';

export const imports: Readonly<Record<keyof typeof english, Message>> = {
  'import.open': 'Importar…',
  'import.title': 'Importar tus propias políticas',
  'import.lead':
    'Un documento de política, o lo que mostró la AWS CLI: `get-policy-version`, `get-role`, `get-bucket-policy`, `get-account-authorization-details`. Nada sale de esta página.',
  'import.paste': 'Pega aquí, o suelta archivos en esta ventana',
  'import.files': 'Elegir archivos',
  'import.unnamed': 'Política {number}',
  'import.found': { one: '{count} política encontrada', other: '{count} políticas encontradas' },
  'import.none': 'Aquí no hay ninguna política.',
  'import.tooLarge': '{name} es demasiado grande: un archivo puede tener 2 MB.',
  'import.unreadable': 'No se pudo leer {name}.',
  'import.tooMuch': 'Es demasiado de una vez: elige políticas de no más de {limit} caracteres en total.',
  'import.accounts': {
    one: 'Cambiar {count} identificador de cuenta por uno de los ejemplos de AWS ({ids})',
    other: 'Cambiar {count} identificadores de cuenta por los ejemplos de AWS ({ids})',
  },
  'import.accountsKept': 'Se guardan en este dispositivo con las políticas hasta que los borres.',
  'import.replace': 'Quitar las políticas que hay ahora',
  'import.take': { one: 'Tomar {count} política', other: 'Tomar {count} políticas' },
  'import.cancel': 'Cancelar',
};
