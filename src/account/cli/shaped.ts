import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel } from '../models/model.ts';
import { isoTime } from '../state/time.ts';
import { jsonOf } from '../state/json.ts';

/** Shapes whose texts are policy documents: the CLI shows the document. */
const documents = new Set(['policyDocumentType', 'ReportContentType']);

/** An answer as the AWS CLI shows it: members in AWS's order, times as ISO 8601, policy documents as JSON. */
export function shaped(model: ServiceModel, shapeName: string | undefined, output: JsonObject): JsonObject {
  if (shapeName === undefined) return {};
  const value = within(model, shapeName, output);
  return isJsonObject(value) ? value : {};
}

function within(model: ServiceModel, shapeName: string, value: JsonValue): JsonValue {
  const shape = model.shapes[shapeName];
  if (shape === undefined) return value;
  if (shape.type === 'timestamp' && typeof value === 'number') return isoTime(value);
  if (documents.has(shapeName) && typeof value === 'string') return jsonOf(value) ?? value;
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((inner) => within(model, shape.member ?? '', inner));
  if (!isJsonObject(value)) return value;
  if (shape.type === 'map')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, within(model, shape.value ?? '', inner)]),
    );
  return Object.fromEntries(
    Object.entries(shape.members ?? {}).flatMap(([name, of]) => {
      const inner = value[name];
      return inner === undefined ? [] : [[name, within(model, of, inner)]];
    }),
  );
}
