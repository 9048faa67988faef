import type { explain as english } from '../en/explain.ts';
import type { Message } from '../format/messages.ts';

export const explain: Readonly<Record<keyof typeof english, Message>> = {
  'explain.title': 'Explicar una solicitud',
  'explain.lead':
    'Cualquier solicitud frente a cualquier política, decidida como AWS lo documenta. Cambia lo que quieras: la respuesta sigue cada letra.',
  'explain.request': 'La solicitud',
  'explain.field.principal': 'Principal (quién)',
  'explain.field.action': 'Acción',
  'explain.field.resource': 'Recurso',
  'explain.field.resourceAccount': 'Cuenta dueña del recurso',
  'explain.fromArn': 'la que diga el ARN, si no la de quien llama',
  'explain.context': 'Contexto de la solicitud',
  'explain.contextKey': 'Clave de condición',
  'explain.contextValue': 'Valor de {key}; si son varios, se separan con comas',
  'explain.removeKey': 'Quitar {key}',
  'explain.addKey': 'Agregar una clave',
  'explain.policies': 'Las políticas',
  'explain.layer': 'Tipo',
  'explain.add': 'Agregar una política',
  'explain.remove': 'Quitar esta política',
  'explain.level': 'nivel {level}',
  'explain.levelLabel': 'Nivel, contado desde la raíz de la organización',
  'explain.noPolicies': 'Todavía no hay ninguna política. Sin una, toda solicitud queda denegada.',
  'explain.answer': 'La respuesta',
  'explain.copyLink': 'Copiar un enlace a esto',
  'explain.copied': 'Copiado. El enlace lo contiene todo; nada se envió a ninguna parte.',
  'explain.notCopied': 'El navegador no permite copiar. El enlace está ahora en la barra de direcciones.',
  'explain.startOver': 'Volver al ejemplo',
  'explain.brokenLink':
    'Este enlace está cortado o fue modificado, así que no se puede leer. En su lugar se muestra lo que tenías aquí.',
};
