import type { scenario as english } from '../en/scenario.ts';
import type { Message } from '../format/messages.ts';

/** Lo que dice la revisión de un escenario. */
export const scenario: Readonly<Record<keyof typeof english, Message>> = {
  'scenario.nothing': 'No se encontró ningún scenario.json allí.',
  'scenario.shorter': 'más corta que su par y exactamente correcta ({statements}, {characters}): {policy}',
  'scenario.ambiguous': 'el objetivo deja abierto: {request}',
  'scenario.issue.notJson':
    'el archivo no es JSON como lo aceptamos: línea {line}, columna {column} ({problem})',
  'scenario.issue.unknownKey': 'la clave `{key}` no forma parte de un escenario',
  'scenario.issue.missingKey': 'falta la clave `{key}`',
  'scenario.issue.wrongValue': 'se esperaba {expected}, se encontró {received}',
  'scenario.issue.unknownReference': '`{id}` se nombra aquí pero no existe',
  'scenario.issue.duplicateId': '`{id}` está aquí dos veces',
  'scenario.issue.cycle': '`{id}` va antes que sí mismo',
  'scenario.issue.invalidPolicy': 'la solución de `{id}` no es una política que IAM aceptaría',
  'scenario.issue.cannotEvaluate': 'la solicitud `{id}` no se puede evaluar',
  'scenario.issue.visibleContradictsGoal': 'lo que `{id}` espera no es lo que decide la solución',
  'scenario.issue.permittedLessThanRequired': 'el objetivo exige lo que no permite',
  'scenario.issue.startSolves': 'el texto inicial ya cumple el objetivo',
  'scenario.issue.solutionFails': 'la solución no cumple el objetivo: {request}',
  'scenario.issue.solutionNotTight': 'la solución permite más de lo exigido: {request}',
  'scenario.issue.parNotMet':
    'la solución es más larga que su par: {statements} instrucciones, {characters} caracteres',
  'scenario.issue.mutantUndecided': 'no se pudo decidir si esta respuesta es correcta: {edit} ({name})',
  'scenario.issue.rewriteRejected': 'falla una respuesta correcta: {how} ({request})',
  'scenario.issue.memoriserAccepted': 'pasa una política que solo enumera las solicitudes visibles',
  'scenario.issue.trapUnreachable': 'ninguna respuesta equivocada activa la trampa `{id}`',
  'scenario.issue.missingHeading': 'falta el encabezado `{heading}`',
  'scenario.issue.unknownHeading': 'el encabezado `{heading}` es desconocido o está dos veces',
  'scenario.issue.missingText': '`{id}` no tiene texto',
  'scenario.issue.unknownText': '`{id}` no es un id de este escenario, o no está escrito como `id`: texto',
  'scenario.issue.hintCount': 'hay {count} pistas y el escenario dice {expected}',
  'scenario.issue.languagesDiffer': 'el inglés y el español no tienen las mismas partes',
  'scenario.issue.lineFails': 'la línea de preparación `{line}` falla: {errors}',
  'scenario.issue.goalUnreached':
    'los pasos de referencia no alcanzan el objetivo `{id}` (primera línea que falló: `{line}` {errors})',
  'scenario.issue.badQuery':
    'la pregunta de `{id}` no es una expresión JMESPath, o pregunta por algo que no existe',
  'scenario.issue.stepNeedless': 'los objetivos se alcanzan sin el paso {step}',
  'scenario.issue.tooMuchSolves':
    'los objetivos se alcanzan también tras la línea «{line}», que da demasiado',
  'scenario.issue.orderNeedless':
    'el paso {step} puede ir antes que el anterior, aunque se dice que tiene orden',
  'scenario.issue.replayDiffers':
    'el camino de referencia, con sus llamadas repetidas, no llega al mismo veredicto',
  'scenario.issue.sessionsDiffer':
    'sus políticas de sesión no son las de `{id}`, que es la misma entidad principal',
  'scenario.issue.organizationDiffers':
    'sus políticas no encajan con las de la cuenta {id}: la misma raíz, los mismos niveles',
  'scenario.issue.otherScenario': 'este intento es de otra misión que `{id}`',
  'scenario.issue.versionGone':
    'este intento es de la versión {version} de la misión, que ya no existe; la misión está en la versión {now}, así que no se puede volver a evaluar',
  'scenario.issue.wrongAnswer': 'la respuesta al paso {step} no encaja con la misión, en `{path}`',
  'scenario.issue.callsNotKept':
    'este intento lo guardó una versión anterior de la aplicación, sin sus llamadas: no se puede volver a evaluar',
};
