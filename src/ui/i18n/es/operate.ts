/** Una misión que opera una cuenta. */
export const operate = {
  'operate.goals': 'Metas: {done} de {all}',
  'operate.reached': 'Alcanzada:',
  'operate.open': 'Pendiente:',
  'operate.trap': 'Era una trampa',
  'operate.notYet': 'Todavía no: estas metas están pendientes',
  'operate.undo': 'Deshacer la última llamada',
  'operate.wasReset': 'La cuenta está como estaba antes.',
  'operate.elsewhere':
    'Esta misión está abierta en otra pestaña, que es la que guarda su cuenta. Lo que hagas aquí no se guarda.',
  'operate.bringBack': 'Recuperar la mía',
  'operate.account': 'Cuenta',
  'operate.sayOpen': {
    one: 'Todavía no: hay {count} meta pendiente.',
    other: 'Todavía no: hay {count} metas pendientes.',
  },
} as const;
