import type { Operation } from '../../../calls/operation.ts';
import { associationRows } from './associations.ts';
import { instanceRows } from './instances.ts';
import { describeRegions } from './regions.ts';
import { runInstances } from './run.ts';
import { tagRows } from './tags.ts';

/** Amazon EC2: instances, their tags and instance profiles. */
export const ec2Rows: readonly Operation[] = [
  runInstances,
  ...instanceRows,
  ...tagRows,
  ...associationRows,
  describeRegions,
];
