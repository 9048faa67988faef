import { texts } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { unlessDry } from './instance.ts';

/** Regions that every account has without opting in. */
const regions: readonly string[] = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-north-1'],
  ...['ap-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-southeast-1', 'ap-southeast-2'],
];

export const describeRegions: Operation = {
  service: 'ec2',
  name: 'DescribeRegions',
  reads: true,
  run: (call) => {
    const named = texts(call.input, 'RegionNames');
    const unknown = named.filter((name) => !regions.includes(name));
    if (unknown.length > 0)
      return refuse('InvalidParameterValue', `Invalid region provided: [${unknown.join(', ')}]`);
    return unlessDry(call, {
      output: {
        Regions: regions
          .filter((name) => named.length === 0 || named.includes(name))
          .map((RegionName) => ({
            OptInStatus: 'opt-in-not-required',
            RegionName,
            Endpoint: `ec2.${RegionName}.amazonaws.com`,
          })),
      },
    });
  },
};
