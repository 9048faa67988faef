import { serviceModel, serviceNames, type ServiceName } from '../models/model.ts';

/** How the AWS CLI spells a name of the API: `CreateOpenIDConnectProvider` is `create-open-id-connect-provider`. */
export function kebab(name: string): string {
  return name
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Commands of the CLI, by what one types after `aws`. `s3` is the CLI's own; the API of S3 is `s3api`. */
export const commands: ReadonlyMap<string, ServiceName> = new Map(
  serviceNames.map((service) => [service === 's3' ? 's3api' : service, service]),
);

const operationNames = new Map<ServiceName, ReadonlyMap<string, string>>();

/** The operations of a service by what one types: `create-user` to `CreateUser`. */
export function operationsOf(service: ServiceName): ReadonlyMap<string, string> {
  const known = operationNames.get(service);
  if (known !== undefined) return known;
  const names = new Map(Object.keys(serviceModel(service).operations).map((name) => [kebab(name), name]));
  operationNames.set(service, names);
  return names;
}
