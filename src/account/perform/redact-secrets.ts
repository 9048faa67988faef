import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel } from '../models/model.ts';

const hidden = '***';
/** Members that hold a secret though the model does not mark them so. */
const secret = new Set([
  'SessionToken',
  'TokenCode',
  'AuthenticationCode1',
  'AuthenticationCode2',
  'SAMLAssertion',
  'WebIdentityToken',
]);

/**
 * An input or output as the trail may keep it: passwords, secret keys, seeds, codes and tokens hidden.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
export function redactSecrets(
  model: ServiceModel,
  shapeName: string | undefined,
  value: JsonObject,
): JsonObject {
  const shape = model.shapes[shapeName ?? ''];
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const of = shape?.members?.[name];
      const isSecret = secret.has(name) || model.shapes[of ?? '']?.sensitive === true;
      return [name, isSecret ? hidden : within(model, of, inner)];
    }),
  );
}

function within(model: ServiceModel, shapeName: string | undefined, value: JsonValue): JsonValue {
  if (isJsonObject(value)) return redactSecrets(model, shapeName, value);
  if (!Array.isArray(value)) return value;
  const member = model.shapes[shapeName ?? '']?.member;
  return (value as readonly JsonValue[]).map((inner) => within(model, member, inner));
}
