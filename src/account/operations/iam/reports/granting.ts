import { isJsonObject, origin, type JsonObject, type JsonValue, type PolicyDocument } from '#iam';
import { texts } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { asksAboutSource, documentsOf, withSource, type PolicySource } from './policy-source.ts';

function several(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function covers(actions: JsonValue | undefined, test: (action: string) => boolean): boolean {
  return several(actions).some((action) => typeof action === 'string' && test(action.toLowerCase()));
}

/** Whether a document allows anything at all in a service, by its actions alone. */
export function grants(document: JsonObject, service: string): boolean {
  return several(document['Statement']).some((statement) => {
    if (!isJsonObject(statement) || statement['Effect'] !== 'Allow') return false;
    const { Action: action, NotAction: notAction } = statement;
    if (notAction !== undefined) return !covers(notAction, (text) => text === '*' || text === `${service}:*`);
    return covers(action, (text) => text === '*' || text.startsWith(`${service}:`));
  });
}

/** A policy as the answer has it; of an inline policy it says whose it is. */
function grantOutput(document: PolicyDocument, { kind, entity }: PolicySource): JsonObject {
  const { name = '', arn, group } = document[origin] ?? {};
  if (arn !== undefined) return { PolicyName: name, PolicyType: 'MANAGED', PolicyArn: arn };
  return {
    PolicyName: name,
    PolicyType: 'INLINE',
    EntityType: group === undefined ? kind.toUpperCase() : 'GROUP',
    EntityName: group ?? entity.name,
  };
}

/**
 * Which policies of a user, group or role grant access to services. Conditions, boundaries and organizations are not
 * looked at.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html
 */
export const listPoliciesGrantingServiceAccess: Operation = {
  service: 'iam',
  name: 'ListPoliciesGrantingServiceAccess',
  reads: true,
  asks: asksAboutSource('iam:ListPoliciesGrantingServiceAccess', 'Arn'),
  run: withSource('Arn', (call, source) => {
    const documents = documentsOf(call, source).filter((document) => isJsonObject(document));
    return {
      output: {
        PoliciesGrantingServiceAccess: texts(call.input, 'ServiceNamespaces').map((service) => ({
          ServiceNamespace: service,
          Policies: documents
            .filter((document) => grants(document, service.toLowerCase()))
            .map((document) => grantOutput(document, source)),
        })),
        IsTruncated: false,
      },
    };
  }),
};
