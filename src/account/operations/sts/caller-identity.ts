import { text } from '../../calls/input.ts';
import { sessionOf } from '../../calls/authenticate.ts';
import { decodeAuthorizationMessage } from '../../calls/authorization-message.ts';
import type { Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';

/**
 * Who signed: whoever can sign may know it, whatever the policies say.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const getCallerIdentity: Operation = {
  service: 'sts',
  name: 'GetCallerIdentity',
  reads: true,
  run: ({ caller }) => ({ output: { UserId: caller.userId, Account: caller.account, Arn: caller.arn } }),
};

/** The account that an access key belongs to, whatever its state, and whoever's account it is. */
export const getAccessKeyInfo: Operation = {
  service: 'sts',
  name: 'GetAccessKeyInfo',
  reads: true,
  run: ({ input, state }) => {
    const id = text(input, 'AccessKeyId');
    const account =
      [...state].find(([, { accessKeys }]) => accessKeys.has(id))?.[0] ?? sessionOf(state, id)?.account;
    return account === undefined
      ? refuse('ValidationError', `The access key ID ${id} is not valid.`)
      : { output: { Account: account } };
  },
};

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const decodeMessage: Operation = {
  service: 'sts',
  name: 'DecodeAuthorizationMessage',
  reads: true,
  run: ({ input }) => {
    const decoded = decodeAuthorizationMessage(text(input, 'EncodedMessage'));
    return decoded === undefined
      ? refuse('InvalidAuthorizationMessageException', 'The message could not be decoded.')
      : { output: { DecodedMessage: decoded } };
  },
};
