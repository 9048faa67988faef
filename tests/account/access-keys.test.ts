import { describe, expect, it } from 'vitest';
import { perform, type World } from '#account';
import { call, freshWorld, start } from './fresh-world.ts';

interface Key {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
}

function withKey(): { world: World; key: Key } {
  const { world } = call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' });
  const made = call(world, 'iam:CreateAccessKey', { UserName: 'ana' });
  return { world: made.world, key: made.output?.['AccessKey'] as unknown as Key };
}

function signed(world: World, { AccessKeyId, SecretAccessKey }: Key, at: number): ReturnType<typeof perform> {
  return perform(
    world,
    {
      service: 'iam',
      operation: 'ListAccessKeys',
      input: {},
      signature: { by: 'keys', accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey },
      region: 'eu-south-2',
      face: 'cli',
    },
    { now: at },
  );
}

function lastUsed(world: World, { AccessKeyId }: Key): unknown {
  return call(world, 'iam:GetAccessKeyLastUsed', { AccessKeyId }).output?.['AccessKeyLastUsed'];
}

const minute = 60_000;

describe('the last use of an access key', () => {
  it('counts a call that was denied, in the region of the service', () => {
    const { world, key } = withKey();
    const done = signed(world, key, start + minute);
    expect(done.error?.code).toBe('AccessDenied');
    expect(lastUsed(done.world, key)).toEqual({
      LastUsedDate: start + minute,
      ServiceName: 'iam',
      Region: 'us-east-1',
    });
  });

  it('is noted once in fifteen minutes', () => {
    const { world, key } = withKey();
    const twice = signed(signed(world, key, start + minute).world, key, start + 10 * minute).world;
    expect(lastUsed(twice, key)).toMatchObject({ LastUsedDate: start + minute });
    const later = signed(twice, key, start + 16 * minute).world;
    expect(lastUsed(later, key)).toMatchObject({ LastUsedDate: start + 16 * minute });
  });

  it('is not told by a call that the key failed to sign', () => {
    const { world, key } = withKey();
    const { world: after } = signed(world, { ...key, SecretAccessKey: 'wrong' }, start + minute);
    expect(lastUsed(after, key)).toEqual({ ServiceName: 'N/A', Region: 'N/A' });
  });
});

describe('an access key', () => {
  it('shows its secret once: the trail does not have it', () => {
    const { world, key } = withKey();
    expect(key.SecretAccessKey).toHaveLength(40);
    expect(JSON.stringify(world.log)).not.toContain(key.SecretAccessKey);
  });

  it('that is inactive signs nothing, and does again when it is active', () => {
    const { world, key } = withKey();
    const input = { UserName: 'ana', AccessKeyId: key.AccessKeyId };
    const off = call(world, 'iam:UpdateAccessKey', { ...input, Status: 'Inactive' }).world;
    expect(signed(off, key, start + minute).error?.code).toBe('InvalidClientTokenId');
    const on = call(off, 'iam:UpdateAccessKey', { ...input, Status: 'Active' }).world;
    expect(signed(on, key, start + minute).error?.code).toBe('AccessDenied');
  });
});
