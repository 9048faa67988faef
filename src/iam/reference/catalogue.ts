import { accessLevels, type ServiceAction, type ServiceReference } from './service.ts';

/** An action that exists, with what it is asked on. */
export interface CatalogueAction {
  /** As AWS writes it: `s3:GetObject`. */
  readonly name: string;
  /** AWS's access level: `List`, `Read`, `Write`, `Permissions management`, `Tagging`; others count as reading. */
  readonly access: string;
  /** ARN formats of the Service Authorization Reference (`arn:${Partition}:s3:::${BucketName}`); empty: takes none. */
  readonly resources: readonly string[];
  /** True: it may also be asked on no resource (`*`). */
  readonly mayTakeNone: boolean;
}

// Of a pair the special kind says more than `Write` does; the levels stand in that order.
function access(action: ServiceAction): string {
  return accessLevels.findLast((level) => action.accessLevels.includes(level)) ?? 'Read';
}

/**
 * A service's actions as a comparison takes them: each with the ARN formats it may be asked on, and with none where the
 * reference lists no resource type. That a type is not required does not make the action take none.
 */
export function catalogueActions(service: ServiceReference): readonly CatalogueAction[] {
  return service.actions.map((action) => ({
    name: `${service.prefix}:${action.name}`,
    access: access(action),
    resources: [...new Set(action.resources.map(({ type }) => type.arn))],
    mayTakeNone: action.resources.length === 0,
  }));
}
