/** Which credential of the browser stands for which device of the simulated account, by serial number. */
const place = 'deny-by-default.security-keys';

function known(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Whether this browser can ask a security key, or the passkey of this device: it does so for secure pages that have a name. */
export function canAskKeys(): boolean {
  const named = !/^[\d.]+$|:/.test(location.hostname);
  return 'PublicKeyCredential' in globalThis && isSecureContext && named;
}

/** Whether a device was registered with a key that this browser can ask. */
export function isRegistered(serial: string): boolean {
  return canAskKeys() && known()[serial] !== undefined;
}

/**
 * Has the browser make a credential for a device. False where somebody says no, or there is none. Nothing of it leaves the page:
 * no attestation is asked for, and the public key is not used, as both ends of the sign-in are this page.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html
 */
export async function registerKey(serial: string, who: string): Promise<boolean> {
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Deny by Default' },
        user: { id: random(16), name: who, displayName: who },
        challenge: random(32),
        // ES256 and RS256: what every key can do.
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
        attestation: 'none',
        timeout: 60_000,
      },
    });
    if (made === null) return false;
    localStorage.setItem(place, JSON.stringify({ ...known(), [serial]: made.id }));
    return true;
  } catch {
    return false;
  }
}

/** Has the browser ask for the key of a device. False where it is not touched, or is another one. */
export async function touchKey(serial: string): Promise<boolean> {
  const id = known()[serial];
  if (id === undefined) return false;
  try {
    const touched = await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: bytesOf(id) }],
        userVerification: 'discouraged',
        timeout: 60_000,
      },
    });
    return touched?.id === id;
  } catch {
    return false;
  }
}

/** The bytes of base64url, as the browser writes the id of a credential. */
function bytesOf(id: string): Uint8Array<ArrayBuffer> {
  const plain = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
