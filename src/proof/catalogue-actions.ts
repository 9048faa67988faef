import type { CatalogueAction } from './domain.ts';

const object = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
const bucket = 'arn:${Partition}:s3:::${BucketName}';

/** Rows of the Service Authorization Reference for S3: names by access level and by what they are asked on. */
const rows: readonly (readonly [format: string | undefined, access: string, names: readonly string[]])[] = [
  [object, 'Read', ['GetObject', 'GetObjectAcl', 'GetObjectTagging', 'GetObjectVersion']],
  [object, 'Write', ['PutObject', 'DeleteObject', 'DeleteObjectVersion', 'RestoreObject']],
  [object, 'Permissions management', ['PutObjectAcl']],
  [object, 'Tagging', ['PutObjectTagging', 'DeleteObjectTagging']],
  [bucket, 'List', ['ListBucket', 'ListBucketVersions']],
  [bucket, 'Read', ['GetBucketPolicy', 'GetBucketLocation', 'GetBucketAcl']],
  [bucket, 'Write', ['CreateBucket', 'DeleteBucket']],
  [bucket, 'Permissions management', ['PutBucketPolicy', 'PutBucketAcl', 'DeleteBucketPolicy']],
  [undefined, 'List', ['ListAllMyBuckets']],
];

/** The actions that are known with the resources they take; of other services a comparison takes what a policy names. */
export const catalogueActions: readonly CatalogueAction[] = rows.flatMap(([format, access, names]) =>
  names.map((name) => ({
    name: `s3:${name}`,
    access,
    resources: format === undefined ? [] : [format],
    mayTakeNone: format === undefined,
  })),
);
