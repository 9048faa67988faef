import type { because as english } from '../en/because.ts';
import type { Message } from '../format/messages.ts';

export const because: Readonly<Record<keyof typeof english, Message>> = {
  'why.because.matched': 'El valor coincide.',
  'why.because.noMatch': 'Ningún valor de la política coincide.',
  'why.because.negatedNoneMatches': 'El operador es negado y ninguno de sus valores coincide: verdadero.',
  'why.because.negatedOneMatches': 'El operador es negado y uno de sus valores coincide: falso.',
  'why.because.everyValueMatches': 'Cada valor de la solicitud coincide con uno de la política: verdadero.',
  'why.because.notEveryValueMatches':
    '`ForAllValues` pide que coincidan todos los valores de la solicitud, y uno no coincide.',
  'why.because.someValueMatchesNone':
    'Al menos un valor de la solicitud no coincide con ninguno de la política: verdadero.',
  'why.because.everyValueMatchesOne':
    'Cada valor de la solicitud coincide con uno de la política, así que el operador negado es falso.',
  'why.because.keyAbsent': 'La solicitud no trae la clave, así que la condición es falsa.',
  'why.because.keyAbsentNegated': 'La solicitud no trae la clave. Un operador negado es entonces verdadero.',
  'why.because.keyAbsentIfExists':
    'La solicitud no trae la clave. Con `IfExists` la condición es entonces verdadera.',
  'why.because.keyAbsentForAllValues':
    'La solicitud no trae la clave. `ForAllValues` es entonces verdadero: no hay ningún valor que falle.',
  'why.because.keyAbsentForAnyValue':
    'La solicitud no trae la clave. `ForAnyValue` es entonces falso: no hay ningún valor que coincida.',
  'why.because.keyAbsentNull': 'La solicitud no trae la clave: `Null` compara con `true`.',
  'why.because.keyPresentNull': 'La solicitud trae la clave: `Null` compara con `false`.',
  'why.because.nullForAllValues': '`Null` con `ForAllValues` no mira si la clave está.',
  'why.because.nullForAnyValue': '`Null` con `ForAnyValue` no mira si la clave está.',
  'why.because.variableWithoutValue':
    'Una variable de la política no tiene valor en esta solicitud, así que no coincide con nada.',
  'why.because.malformedValue': 'Un valor de la política no es del tipo que este operador compara.',
  'why.because.malformedRequestValue': 'El valor de la solicitud no es del tipo que este operador compara.',
  'why.because.emptyValues': 'La condición no tiene valores, así que nada coincide.',
  'why.because.sparedByNotPrincipal':
    '`NotPrincipal` nombra a quien llama, así que la declaración lo deja fuera.',
  'why.because.notSparedByNotPrincipal':
    '`NotPrincipal` no nombra a quien llama, así que la declaración se refiere a él.',
  'why.because.namesTheRole': 'La política nombra el rol, y quien llama es una de sus sesiones.',
  'why.because.delegatesToAccount':
    'La política nombra a toda la cuenta; las políticas propias de quien llama también deben permitirlo.',
};
