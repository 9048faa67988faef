import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import { hexId } from '../../state/ids.ts';
import type { OrganizationalUnit } from '../../state/organization.ts';
import { put, remove } from '../../state/state.ts';
import { requestTagKeys } from '../../calls/tag-set.ts';
import { below, pathOf, placeArn, placeInOrganization, type Chart } from './chart.ts';
import { constraint, duplicateUnit, noParent, noUnit } from './refusals.ts';
import { attachedAnew, managed, pageOf } from './rows.ts';
import { badTags, tagging } from './tags.ts';

/** Units below the root; the depth of units, one in the other, is five. */
const deepest = 5;
const maxUnits = 2000;

function unitOutput(chart: Chart, unit: OrganizationalUnit): JsonObject {
  return {
    Id: unit.id,
    Arn: placeArn(chart, unit.id),
    Name: unit.name,
    Path: pathOf(chart, unit.id, unit.parent),
  };
}

function isTaken({ tables }: Chart, parent: string, name: string): boolean {
  return [...tables.units.values()].some((unit) => unit.parent === parent && unit.name === name);
}

function depth({ tables }: Chart, id: string): number {
  const unit = tables.units.get(id);
  return unit === undefined ? 0 : 1 + depth({ tables } as Chart, unit.parent);
}

const createUnit = managed(
  'CreateOrganizationalUnit',
  ({ input, random, accountId }, chart) => {
    const parent = text(input, 'ParentId');
    const name = text(input, 'Name');
    const tags = tagsIn(input);
    const { tables, organization } = chart;
    const bad = badTags(tags);
    if (bad) return bad;
    if (parent !== organization.rootId && !tables.units.has(parent)) return noParent;
    if (isTaken(chart, parent, name)) return duplicateUnit;
    if (depth(chart, parent) >= deepest)
      return constraint('You have exceeded the maximum depth of organizational units.');
    if (tables.units.size >= maxUnits)
      return constraint('You have exceeded the maximum number of organizational units.');
    const id = `ou-${organization.rootId.slice(2)}-${hexId(8, random)}`;
    const unit: OrganizationalUnit = { id, name, parent, tags };
    return {
      output: { OrganizationalUnit: unitOutput(chart, unit) },
      changes: [put(accountId, 'units', id, unit), ...attachedAnew(chart, id)],
    };
  },
  {
    about: ({ input }) => [text(input, 'ParentId')],
    context: ({ input }) => requestTagKeys(tagsIn(input)),
    besides: (call, chart) => tagging(placeArn(chart, 'ou-*'))(call),
  },
);

const about = { about: ({ input }: Call) => [text(input, 'OrganizationalUnitId')] };
const aboutParent = { about: ({ input }: Call) => [text(input, 'ParentId')], reads: true } as const;

export const unitRows: readonly Operation[] = [
  createUnit,
  managed(
    'DescribeOrganizationalUnit',
    ({ input }, chart) => {
      const unit = chart.tables.units.get(text(input, 'OrganizationalUnitId'));
      return unit === undefined ? noUnit : { output: { OrganizationalUnit: unitOutput(chart, unit) } };
    },
    { ...about, reads: true },
  ),
  managed(
    'UpdateOrganizationalUnit',
    ({ input, accountId }, chart) => {
      const unit = chart.tables.units.get(text(input, 'OrganizationalUnitId'));
      if (unit === undefined) return noUnit;
      const name = textIn(input, 'Name') ?? unit.name;
      if (name !== unit.name && isTaken(chart, unit.parent, name)) return duplicateUnit;
      const renamed = { ...unit, name };
      return {
        output: { OrganizationalUnit: unitOutput(chart, renamed) },
        changes: [put(accountId, 'units', unit.id, renamed)],
      };
    },
    about,
  ),
  managed(
    'DeleteOrganizationalUnit',
    ({ input, accountId }, chart) => {
      const id = text(input, 'OrganizationalUnitId');
      if (!chart.tables.units.has(id)) return noUnit;
      const { units, accounts } = below(chart, id);
      if (units.length + accounts.length > 0)
        return refuse(
          'OrganizationalUnitNotEmptyException',
          'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
        );
      return { changes: [remove(accountId, 'units', id), ...attachedAnew(chart, id, true)] };
    },
    about,
  ),
  managed(
    'ListOrganizationalUnitsForParent',
    ({ input }, chart) => {
      const parent = text(input, 'ParentId');
      if (placeInOrganization(chart, parent) === undefined) return noParent;
      const units = [...chart.tables.units.values()].filter((unit) => unit.parent === parent);
      return {
        output: pageOf(
          input,
          'OrganizationalUnits',
          units.map((unit) => unitOutput(chart, unit)),
        ),
      };
    },
    aboutParent,
  ),
];
