// An authority's identity provider as others run one (oidc-provider), on this machine and for tests alone: employees
// without passwords, each of whom says how strongly they sign in. Started by real_provider.py with one argument, JSON.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const told = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${told.port}`;
const SCOPE = 'openid profile email';

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'rundbord',
    ...(told.secret ? { token_endpoint_auth_method: 'client_secret_basic', client_secret: told.secret } : { token_endpoint_auth_method: 'none' }),
    redirect_uris: [told.answers],
    post_logout_redirect_uris: [told.home],
    backchannel_logout_uri: told.logout,
    backchannel_logout_session_required: true,
  }],
  acrValues: Object.values(told.levels),
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'], email: ['email'], acr: null, auth_time: null, sid: null },
  conformIdTokenClaims: false,
  cookies: { keys: ['for-tests-alone'] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    // Pages of our own: the package's fetch their letters from elsewhere.
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => { ctx.body = html('Log ud hos kommunen', `${form}<button form="op.logoutForm" name="logout" value="yes">Log ud</button>`); },
      postLogoutSuccessSource: (ctx) => { ctx.body = html('Du er logget ud hos kommunen', ''); },
    },
  },
  interactions: { url: (_ctx, interaction) => `/log-ind/${interaction.uid}` },
  // Its own guard forbids addresses of this machine, where the tests are.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined, signal: AbortSignal.timeout(5000) }),
  pkce: { required: () => true },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.employees[id] }) }),
  // The authority has decided that its employees use Rundbord: nobody is asked.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope(SCOPE);
    await grant.save();
    return grant;
  },
});

provider.on('backchannel.error', (_ctx, error) => console.error(error));

function html(heading, body) {
  return `<!doctype html><html lang="da"><title>${heading}</title><h1>${heading}</h1>${body}</html>`;
}

function page() {
  const choice = (id, level) => `<form method="post"><button name="who" value="${id} ${level}">${told.employees[id].name}, ${level}</button></form>`;
  const choices = Object.keys(told.employees).flatMap((id) => Object.keys(told.levels).map((level) => choice(id, level)));
  return html('Kommunens log ind', choices.join(''));
}

async function chosen(request) {
  let body = '';
  for await (const piece of request) body += piece;
  return new URLSearchParams(body).get('who').split(' ');
}

const answer = provider.callback();
createServer(async (request, response) => {
  if (!request.url.startsWith('/log-ind/')) return answer(request, response);
  if (request.method === 'GET') {
    await provider.interactionDetails(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page());
  }
  const [accountId, level] = await chosen(request);
  const login = { accountId, acr: told.levels[level], ts: Math.floor(Date.now() / 1000) };
  return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}).listen(told.port, '127.0.0.1', () => console.log('listening'));
