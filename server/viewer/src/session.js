// Who is asking. What proves it stays in this module's memory: no storage, nothing in an address; a session of the organisation's
// own account (OpenID Connect) is a cookie that scripts cannot read.

/** The server said no, or nothing at all: `status` is 0 when it could not be reached. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }

  /** The person may not see, as opposed to the server not being able to show. */
  get final() {
    return this.status === 401 || this.status === 403;
  }
}

const SENTENCES = {
  0: 'Le serveur ne répond pas : vérifier la connexion au réseau.',
  401: 'Identifiant ou mot de passe refusé.',
  403: 'Vous n’avez pas le droit de voir ces données.',
  429: 'Trop d’essais : attendre avant de recommencer.',
};

function sentenceOf(status, text, type) {
  if (type.includes('json')) {
    try {
      return JSON.parse(text).message;
    } catch {
      return '';
    }
  }
  if (!type.includes('xml')) return '';
  const exception = new DOMParser().parseFromString(text, 'text/xml').querySelector('ServiceException, ExceptionText');
  return exception ? exception.textContent.trim() : '';
}

async function refusalFrom(response) {
  const type = response.headers.get('Content-Type') || '';
  const said = sentenceOf(response.status, await response.text(), type);
  const message = said || SENTENCES[response.status] || 'Le serveur ne peut montrer cela maintenant : réessayer dans un instant.';
  return new Refusal(response.status, message);
}

export class Session {
  /** Without a login, the browser offers the person's certificate. */
  constructor(login, password) {
    const bytes = new TextEncoder().encode(`${login}:${password}`);
    this.authorization = login ? `Basic ${btoa(String.fromCharCode(...bytes))}` : null;
  }

  /** The response, which is of the type wanted, or a Refusal. A service exception with status 200 is a refusal. */
  async get(path, parameters, { type, signal } = {}) {
    const address = parameters ? `${path}?${new URLSearchParams(parameters)}` : path;
    let response;
    try {
      response = await fetch(address, {
        headers: this.authorization ? { Authorization: this.authorization } : {},
        credentials: this.authorization ? 'omit' : 'same-origin',
        cache: 'no-store',
        signal,
      });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new Refusal(0, SENTENCES[0]);
    }
    const given = response.headers.get('Content-Type') || '';
    if (!response.ok || (type && !given.includes(type))) throw await refusalFrom(response);
    return response;
  }

  async me() {
    return (await this.get('moi', null, { type: 'json' })).json();
  }

  wms(parameters, options) {
    return this.get('wms', { SERVICE: 'WMS', VERSION: '1.3.0', ...parameters }, options);
  }
}
