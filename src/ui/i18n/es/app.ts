import type { app as english } from '../en/app.ts';
import type { Message } from '../messages.ts';

export const app: Readonly<Record<keyof typeof english, Message>> = {
  'app.language': 'Idioma',
  'app.toLight': 'Cambiar al tema claro',
  'app.toDark': 'Cambiar al tema oscuro',
  'app.reload': 'Volver a cargar',
  'app.files.ready': 'Lista sin conexión',
  'app.files.installing': 'Preparando el uso sin conexión…',
  'app.files.off': 'Solo en línea: este navegador bloquea los service workers',
  'app.offline': 'estás sin conexión',
  'app.updateWaiting': 'Hay una versión nueva.',
  'app.updatedElsewhere':
    'La aplicación se actualizó en otra pestaña. Vuelve a cargar para seguir con la versión nueva.',
  'app.rules': 'Versión {version} · Reglas de IAM según la documentación de 2026-10',
};
