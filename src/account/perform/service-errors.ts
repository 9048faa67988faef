import type { Evaluation } from '#iam';
import type { ServiceName } from '../models/model.ts';
import { encodeAuthorizationMessage } from '../calls/authorization-message.ts';
import { refuse, type Refusal } from '../calls/refusal.ts';

/** How a service speaks of what all services have in common, where it differs from IAM. */
const dialects: Readonly<Partial<Record<ServiceName, Readonly<Record<string, Refusal>>>>> = {
  s3: {
    InvalidClientTokenId: refuse(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    ),
    ExpiredToken: refuse('ExpiredToken', 'The provided token has expired.'),
    ValidationException: refuse('InvalidArgument', ''),
  },
  organizations: {
    ValidationException: refuse(
      'InvalidInputException',
      'You provided a value that does not match the required pattern.',
    ),
  },
  ec2: {
    InvalidClientTokenId: refuse(
      'AuthFailure',
      'AWS was not able to validate the provided access credentials',
    ),
    ExpiredToken: refuse('RequestExpired', 'Request has expired.'),
    ValidationException: refuse('InvalidParameterValue', ''),
  },
  sns: { ValidationError: refuse('InvalidParameter', '') },
};
const json: Readonly<Record<string, Refusal>> = {
  InvalidClientTokenId: refuse(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
  ),
  ExpiredToken: refuse('ExpiredTokenException', 'The security token included in the request is expired'),
  SignatureDoesNotMatch: refuse('InvalidSignatureException', ''),
};
const speakJson: readonly ServiceName[] = ['organizations', 'lambda', 'kms', 'sqs'];

/** A refusal in the words of the service that gives it. */
export function asServiceSays(service: ServiceName, refusal: Refusal): Refusal {
  const own =
    dialects[service]?.[refusal.refused] ?? (speakJson.includes(service) ? json[refusal.refused] : undefined);
  return own === undefined
    ? refusal
    : refuse(own.refused, own.message === '' ? refusal.message : own.message);
}

const deniedCodes: Readonly<Partial<Record<ServiceName, string>>> = {
  organizations: 'AccessDeniedException',
  lambda: 'AccessDeniedException',
  kms: 'AccessDeniedException',
  ec2: 'UnauthorizedOperation',
  sns: 'AuthorizationError',
};

/**
 * The refusal that an evaluation makes. What cannot be evaluated is refused too, and says why. Somebody who did not sign
 * is told nothing but that; EC2 adds the details, encoded.
 */
export function accessDenied(service: ServiceName, evaluation: Evaluation, unsigned = false): Refusal {
  const code = deniedCodes[service] ?? 'AccessDenied';
  const { message, request } = evaluation;
  if (unsigned) return refuse(code, `Not authorized to perform ${request.action}`);
  const said =
    message ??
    `User: ${request.principal} is not authorized to perform: ${request.action} on resource: ${request.resource}`;
  if (service !== 'ec2') return refuse(code, said);
  return refuse(
    code,
    `You are not authorized to perform this operation. ${said} Encoded authorization failure message: ${encodeAuthorizationMessage(evaluation)}`,
  );
}
