import type { storage as english } from '../en/storage.ts';
import type { Message } from '../format/messages.ts';

export const storage: Readonly<Record<keyof typeof english, Message>> = {
  'storage.state.opening': 'Abriendo…',
  'storage.state.untouched': 'Aún no hay nada que guardar',
  'storage.state.saved': 'Guardado en este dispositivo',
  'storage.state.saving': 'Guardando…',
  'storage.state.retrying': 'Sin guardar: reconectando',
  'storage.state.blocked': 'Sin guardar: esperando a otra pestaña',
  'storage.state.unavailable': 'Sin guardar: este navegador no permite almacenar',
  'storage.state.full': 'Sin guardar: el disco está lleno',
  'storage.state.newer': 'Sin guardar: solo lectura',
  'storage.state.recovery': 'Sin guardar: faltan datos',
  'storage.explain.opening': 'Se están abriendo los datos de este dispositivo.',
  'storage.explain.untouched': 'Lo que hagas se conservará en este dispositivo.',
  'storage.explain.saved': 'Todo lo que hiciste está en el disco.',
  'storage.explain.saving': 'Se está escribiendo el último cambio.',
  'storage.explain.retrying':
    'El navegador cerró el almacenamiento; se está abriendo de nuevo. Lo que hagas mientras tanto se conserva en esta página.',
  'storage.explain.blocked':
    'Otra pestaña mantiene abierta una versión anterior de los datos. Cierra las otras pestañas y esta página seguirá sola.',
  'storage.explain.unavailable':
    'Lo que hagas se conserva solo hasta que cierres esta página. Descarga antes una copia.',
  'storage.explain.full':
    'Lo que hagas se conserva en esta página y se escribirá cuando haya lugar. Libera espacio o descarga una copia.',
  'storage.explain.newer':
    'Una versión más nueva de esta aplicación escribió los datos. Vuelve a cargar la página para usarla; hasta entonces no se sobrescribe nada.',
  'storage.explain.recovery':
    'Algo que estaba guardado ya no está. Abre los ajustes para restaurar una copia o seguir con lo que queda.',
};
