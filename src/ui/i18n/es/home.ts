import type { home as english } from '../en/home.ts';
import type { Message } from '../format/messages.ts';

export const home: Readonly<Record<keyof typeof english, Message>> = {
  'home.title': 'Aprende IAM de AWS escribiéndolo',
  'home.lead':
    'Escribe una política de IAM real y mira cómo las reglas de AWS deciden una solicitud, puerta por puerta. Todo ocurre dentro de esta página.',
  'home.try': 'Pruébalo ahora',
  'home.tryHint': 'Cambia `Allow` por `Deny`, o cualquier otra letra, y observa las puertas.',
  'home.tryPolicy': 'Política de Ana',
  'home.tryRequest': 'Ana pide leer la foto `cat.jpg` del bucket `puerto-media`.',
  'home.tryBroken': 'Línea {line}: {message} La respuesta que ves corresponde al último texto completo.',
  'home.keyRemoved':
    'Eso parecía una clave de acceso de AWS. Se quitó y no se guarda en ninguna parte; si es real, desactívala en AWS.',
  'home.removedKey': '[quitado: parece una clave de acceso de AWS]',
  'home.words': '¿Qué significan estas palabras?',
  'home.word.request':
    '**Solicitud**: alguien le pide a AWS que haga una cosa, por ejemplo: «Ana, leer esta foto».',
  'home.word.policy':
    '**Política**: un texto que dice quién puede hacer qué, y sobre qué. Nada está permitido hasta que una política lo dice.',
  'home.word.gate':
    '**Puerta**: un tipo de política al que AWS consulta. Todas las puertas se consultan siempre en el mismo orden.',
  'home.word.action':
    '**Acción**: lo que se pide. `s3:GetObject` significa «leer un archivo del servicio de almacenamiento S3».',
  'home.word.resource':
    '**Recurso**: la cosa sobre la que se pide, con su nombre completo en AWS, llamado ARN.',
  'home.startFirst': 'Empezar con la misión 1',
  'home.continueWith': 'Continuar con {title}',
  'home.map': 'Mapa de habilidades',
  'home.mapLead':
    'Una misión está lista para ti cuando resolviste aquellas en las que se apoya. Puedes abrir cualquiera en cualquier momento.',
  'home.act': 'Acto {act}. {name}',
  'home.actName.0': 'La cuenta',
  'home.actName.1': 'El lenguaje de las políticas',
  'home.actName.2': 'Segundo factor (MFA)',
  'home.actName.3': 'Roles y credenciales temporales',
  'home.actName.4': 'Federación',
  'home.actName.5': 'Cercas dentro de cercas',
  'home.actName.6': 'En marcha',
  'home.progress': '{solved} de {total} resueltas',
  'home.state.solved': 'Resuelta',
  'home.state.started': 'Empezada',
  'home.state.open': 'Lista',
  'home.state.locked': 'Más adelante',
  'home.needs': 'Se apoya en {missions}',
  'home.minutes': { one: 'cerca de {count} minuto', other: 'cerca de {count} minutos' },
  'home.attempts': { one: '{count} intento', other: '{count} intentos' },
  'home.allSolved':
    'Todas las misiones están resueltas. Ve por las medallas que faltan o prueba cualquier solicitud en el explicador.',
  'home.restore': '¿Tienes una copia de seguridad? Restáurala en los ajustes.',
};
