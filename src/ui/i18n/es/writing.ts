/** Lo que se dice de una política mientras se escribe: se carga con las comprobaciones. */
import { language } from './language.ts';
import { lint } from './lint.ts';

export const writing = { ...language, ...lint };
