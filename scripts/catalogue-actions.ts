import type { JsonValue } from '#iam';
import type { CatalogueAction } from '#proof';

/** The actions of all services that documents may speak of. */
export function catalogueActions(_documents: readonly JsonValue[]): readonly CatalogueAction[] {
  const object = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
  const bucket = 'arn:${Partition}:s3:::${BucketName}';
  return [
    ...['GetObject', 'PutObject', 'DeleteObject', 'GetObjectAcl', 'GetObjectTagging', 'GetObjectVersion'].map(
      (n) => ({ name: `s3:${n}`, access: 'Read', resources: [object], mayTakeNone: false }),
    ),
    ...['ListBucket', 'DeleteBucket', 'PutBucketPolicy'].map((n) => ({
      name: `s3:${n}`,
      access: 'Write',
      resources: [bucket],
      mayTakeNone: false,
    })),
  ];
}
