import type { LintReference } from '#iam/lint';
import { decodeService, type ServiceReference } from '#iam/reference';
import { packService, servicePrefixes } from './reference-data.ts';

const read = new Map<string, ServiceReference | undefined>();
const prefixes = new Set(servicePrefixes);

/** All reference data, each service read when it is first asked for. */
export const allReference: LintReference = {
  prefixes,
  service: (prefix) => {
    if (!read.has(prefix))
      read.set(prefix, prefixes.has(prefix) ? decodeService(packService(prefix)).value : undefined);
    return read.get(prefix);
  },
};
