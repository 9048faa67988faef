import type { JsonObject } from '#iam';
import type { ServiceName } from '../models/model.ts';

/** A call that may be put into words: of a record, or of a console that says what it would ask. */
export interface Callable {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: JsonObject;
  readonly region?: string;
}
