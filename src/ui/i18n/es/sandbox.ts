import type { sandbox as english } from '../en/sandbox.ts';
import type { Message } from '../messages.ts';

export const sandbox: Readonly<Record<keyof typeof english, Message>> = {
  'sandbox.title': 'Cuenta de práctica',
  'sandbox.name': '{name} {account}',
  'sandbox.you': 'Eres',
  'sandbox.root': 'usuario raíz',
  'sandbox.signedIn': 'con sesión en la consola',
  'sandbox.gone': '{name} (eliminado)',
  'sandbox.withMfa': 'con MFA',
  'sandbox.panels': 'Paneles de la cuenta',
  'sandbox.panel.console': 'Consola',
  'sandbox.panel.terminal': 'Terminal',
  'sandbox.panel.trail': 'Registro',
  'sandbox.panel.regions': 'Regiones',
  'sandbox.resize.terminal': 'Ancho de la terminal',
  'sandbox.resize.trail': 'Altura del registro',
  'sandbox.resize.regions': 'Ancho del panel de regiones',
  'sandbox.copied': 'Copiado.',
  'sandbox.undo': 'Deshacer',
  'sandbox.undoWhat': ' la última llamada',
  'sandbox.undone': 'Se deshizo: {call}',
  'sandbox.more': 'Más',
  'sandbox.startOver': 'Empezar de nuevo',
  'sandbox.startOverTitle': '¿Empezar con una cuenta nueva y vacía?',
  'sandbox.startOverText':
    'Se van la cuenta, su registro de llamadas y los ajustes de la terminal. Puedes recuperarlos hasta que salgas de esta página; guarda un archivo si los quieres conservar más tiempo.',
  'sandbox.startOverNow': 'Empezar de nuevo',
  'sandbox.startedOver': 'Una cuenta nueva. La anterior todavía se puede recuperar.',
  'sandbox.cancel': 'Cancelar',
  'sandbox.close': 'Cerrar',
  'sandbox.bringBack': 'Recuperar la cuenta anterior',
  'sandbox.broughtBack': 'La cuenta anterior está de vuelta.',
  'sandbox.save': 'Guardar en un archivo',
  'sandbox.saved': 'Se guardó como {file}.',
  'sandbox.open': 'Abrir un archivo',
  'sandbox.opened': '{file} está abierto. La cuenta anterior todavía se puede recuperar.',
  'sandbox.problem.json': '{file} no es un archivo de esta pantalla: no contiene JSON. No se cambió nada.',
  'sandbox.problem.format':
    '{file} no es un archivo de esta pantalla: lo hizo otro programa. No se cambió nada.',
  'sandbox.problem.version':
    '{file} se hizo con una versión más nueva de la aplicación. Vuelve a cargar la página para obtenerla. No se cambió nada.',
  'sandbox.problem.record': '{file} está dañado en la llamada {record}. No se cambió nada.',
  'sandbox.problem.tooLarge': '{file} pesa más de {limit} MB. No se cambió nada.',
  'sandbox.elsewhere':
    'El sandbox está abierto en otra pestaña, que es la que lo guarda. Lo que hagas aquí no se guarda.',
  'sandbox.takeOver': 'Seguir en esta pestaña',
  'sandbox.unreadable':
    'No se pudo leer la cuenta de tu última visita, así que esta es una cuenta nueva. El texto anterior se conserva.',
  'sandbox.unreadableSave': 'Descargar el texto anterior',
  'sandbox.unreadableForget': 'Desecharlo',
  'sandbox.policies.loading': 'Políticas administradas de AWS: {done} de {all}',
  'sandbox.policies.failed':
    'No llegaron todas las políticas administradas de AWS ({done} de {all}). Todo lo demás funciona; las que faltan no se pueden adjuntar.',
  'sandbox.policies.retry': 'Volver a intentar',
  'sandbox.outcome.done': 'hecho',
  'sandbox.outcome.explicitDeny': 'denegado explícitamente',
  'sandbox.outcome.implicitDeny': 'denegado implícitamente',
  'sandbox.terminal.log': 'Lo que imprimió la terminal',
  'sandbox.terminal.line': 'Línea de comandos',
  'sandbox.terminal.begin':
    'Una terminal con la CLI de AWS, sobre tu cuenta simulada. Empieza con: aws iam list-users, o con aws help.',
  'sandbox.terminal.error': 'Error: ',
  'sandbox.terminal.realKey':
    'Esta línea contiene lo que parece una clave real de AWS. No se ejecutó ni se guarda. Si la clave es real, desactívala en tu propia cuenta.',
  'sandbox.terminal.run': 'Ejecutar',
  'sandbox.terminal.complete': 'Completar la palabra',
  'sandbox.terminal.clear': 'Limpiar',
  'sandbox.terminal.hint':
    'Tab completa · ↑ ↓ líneas anteriores · Esc y luego Tab sale de la línea · Ctrl+L limpia',
  'sandbox.terminal.choices': {
    one: '{count} forma de continuar',
    other: '{count} formas de continuar',
  },
  'sandbox.explain.this': 'Explicar esto',
  'sandbox.explain.button': 'Explicar',
  'sandbox.explain.title': 'Por qué {call} recibió esta respuesta',
  'sandbox.explain.request': '{who} pide `{action}` sobre `{resource}`',
  'sandbox.explain.unknownCaller':
    'Ya no se sabe quién hizo esta llamada: su usuario, su rol o sus credenciales no existían en ese momento.',
  'sandbox.explain.noPolicies':
    'No se consultó ninguna política. AWS respondió antes, por la firma o por los parámetros de la llamada.',
  'sandbox.explain.allowedYet':
    'Las políticas permiten esta llamada. AWS la rechazó por otra razón: `{code}`.',
  'sandbox.explain.asks': {
    one: 'Esta llamada necesita {count} permiso:',
    other: 'Esta llamada necesita {count} permisos:',
  },
  'sandbox.explain.then':
    'Según las políticas como estaban en el momento de la llamada, sin importar los cambios posteriores.',
  'sandbox.explain.thenBehind':
    'Según las políticas como las conocía la región en el momento de la llamada: iba atrasada y no conocía los últimos cambios.',
  'sandbox.trail.search': 'Buscar en el registro',
  'sandbox.trail.by': 'Llamadas de',
  'sandbox.trail.anybody': 'cualquiera',
  'sandbox.trail.nobody': 'desconocido',
  'sandbox.trail.who': 'por ',
  'sandbox.trail.refusedOnly': 'solo rechazadas',
  'sandbox.trail.count': { one: '{count} llamada', other: '{count} llamadas' },
  'sandbox.trail.none':
    'Todavía no hay llamadas. Aquí queda anotada cada llamada de la consola y de la terminal.',
  'sandbox.trail.noneFound': 'Ninguna llamada coincide con el filtro.',
  'sandbox.trail.earlier': {
    one: 'Mostrar {count} llamada anterior',
    other: 'Mostrar {count} llamadas anteriores',
  },
  'sandbox.trail.copyCommand': 'Copiar como comando de la CLI',
  'sandbox.trail.copySdk': 'Copiar como código del SDK',
  'sandbox.time.title': 'La hora en la cuenta',
  'sandbox.time.tenSeconds': '+10 s',
  'sandbox.time.minute': '+1 min',
  'sandbox.time.hour': '+1 h',
  'sandbox.region.label': 'en',
  'sandbox.region.title': 'Regiones',
  'sandbox.region.lead':
    'Un cambio tarda en llegar a cada región. Elige cuánto, llama desde allí y mira lo que la región todavía no sabe.',
  'sandbox.region.here': 'estás aquí',
  'sandbox.region.lag': 'Segundos hasta que un cambio llega a {region}',
  'sandbox.region.seconds': 'Segundos hasta que un cambio llega a {region}, en número',
  'sandbox.region.pause': 'pausar',
  'sandbox.region.upToDate': 'Conoce todas las llamadas.',
  'sandbox.region.unseen': {
    one: 'Todavía no ha visto {count} llamada.',
    other: 'Todavía no ha visto {count} llamadas.',
  },
  'sandbox.region.next': {
    one: 'La siguiente llega en {count} segundo.',
    other: 'La siguiente llega en {count} segundos.',
  },
  'sandbox.region.stopped': 'Mientras está en pausa no llega nada.',
  'sandbox.region.said': {
    one: '{region} todavía no ha visto {count} llamada.',
    other: '{region} todavía no ha visto {count} llamadas.',
  },
  'sandbox.region.add': 'Mostrar otra región',
};
