import type { Operation } from '../../../calls/operation.ts';
import { aliasRows } from './aliases.ts';
import { cryptoRows } from './crypto.ts';
import { keyPolicyRows } from './key-policies.ts';
import { keyRows } from './keys.ts';

/** AWS KMS: symmetric keys, their policies and aliases, and what is encrypted with them. */
export const kmsRows: readonly Operation[] = [...keyRows, ...keyPolicyRows, ...aliasRows, ...cryptoRows];
