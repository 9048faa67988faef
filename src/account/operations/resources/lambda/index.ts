import type { Operation } from '../../../calls/operation.ts';
import { functionRows } from './functions.ts';
import { permissionRows } from './permissions.ts';

/** AWS Lambda: functions, whose role they run with, and who may invoke them. */
export const lambdaRows: readonly Operation[] = [...functionRows, ...permissionRows];
