import type { app as english } from '../en/app.ts';
import type { Message } from '../format/messages.ts';

export const app: Readonly<Record<keyof typeof english, Message>> = {
  'app.language': 'Idioma',
  'app.toLight': 'Cambiar al tema claro',
  'app.toDark': 'Cambiar al tema oscuro',
  'app.places': 'Lugares',
  'app.place.home': 'Misiones',
  'app.place.explain': 'Explicar',
  'app.place.compare': 'Comparar',
  'app.place.sandbox': 'Sandbox',
  'app.place.settings': 'Ajustes',
  'app.place.unknown': 'Esta página no existe',
  'app.loading': 'Cargando…',
  'app.failed': 'Esta parte de la aplicación no se cargó',
  'app.failedWhat':
    'No se pierde nada de lo que has escrito. Si estás sin conexión, conéctate una vez y vuelve a cargar la página. El navegador dice:',
  'app.toMap': 'Volver al mapa de habilidades',
  'app.toBackup': 'Copia de seguridad',
  'app.noMission': 'No existe la misión `{id}`',
  'app.updateLater': 'Puedes tomarla al salir de la misión.',
  'app.reload': 'Volver a cargar',
  'app.files.ready': 'Lista sin conexión',
  'app.files.installing': 'Preparando el uso sin conexión…',
  'app.files.off': 'Solo en línea: este navegador bloquea los service workers',
  'app.offline': 'estás sin conexión',
  'app.updateWaiting': 'Hay una versión nueva.',
  'app.updatedElsewhere':
    'La aplicación se actualizó en otra pestaña. Vuelve a cargar para seguir con la versión nueva.',
  'editor.tooLong':
    'Serían {length} caracteres. Una política admite como máximo {limit}, así que no se tomó nada; tu texto quedó como estaba.',
  'app.medal.works': 'Funciona',
  'app.medal.tight': 'Justa',
  'app.medal.par': 'Par',
  'app.medal.record': 'Récord',
  'app.rules': 'Versión {version} · Reglas de IAM según la documentación de 2026-10',
};
