import * as v from 'valibot';
import { flag, list, number, recordOf, row, tags, text, texts } from './row.ts';

const controlType = v.picklist(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);
export type ControlType = v.InferOutput<typeof controlType>;

const accountCreation = row({
  /** `car-…`. */
  id: text,
  name: text,
  requested: number,
  /** Id of the new account; absent: the request failed. */
  account: v.exactOptional(text),
  failure: v.exactOptional(v.literal('EMAIL_ALREADY_EXISTS')),
});
/** A call of CreateAccount and what became of it. */
export type AccountCreation = v.InferOutput<typeof accountCreation>;

export const organizationRow = row({
  id: text,
  /** `r-…`. */
  rootId: text,
  features: v.picklist(['ALL', 'CONSOLIDATED_BILLING']),
  enabledTypes: list(controlType),
  /** Service principals with trusted access, and since when. */
  trusted: recordOf(number),
  /** Tags of the root. */
  tags,
  /** Requests for new accounts, the earliest first. */
  creations: list(accountCreation),
});
/** An organization, kept in its management account under the key `organization`. */
export type Organization = v.InferOutput<typeof organizationRow>;

export const organizationalUnitRow = row({
  /** `ou-…`. */
  id: text,
  name: text,
  /** Id of the root or unit it stands in. */
  parent: text,
  tags,
});
export type OrganizationalUnit = v.InferOutput<typeof organizationalUnitRow>;

export const memberRow = row({
  /** Account id. */
  id: text,
  name: text,
  email: text,
  parent: text,
  joined: number,
  method: v.picklist(['INVITED', 'CREATED']),
  status: v.picklist(['ACTIVE', 'SUSPENDED']),
  tags,
});
export type Member = v.InferOutput<typeof memberRow>;

export const controlRow = row({
  /** `p-…`. */
  id: text,
  name: text,
  description: text,
  type: controlType,
  content: text,
  awsManaged: flag,
  /** Ids of the roots, units and accounts it is attached to. */
  targets: texts,
  tags,
});
/** A service or resource control policy. */
export type Control = v.InferOutput<typeof controlRow>;
