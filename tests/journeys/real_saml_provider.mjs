// An authority's identity provider that speaks SAML (samlify), on this machine and for tests alone: employees without
// passwords, each of whom says how strongly they sign in. Started by real_saml_provider.py with one argument, JSON.
import { createServer } from 'node:http';
import samlify from 'samlify';

const told = JSON.parse(process.argv[2]);
const entity = `http://localhost:${told.port}`;
const ATTRIBUTES = 'https://data.gov.dk/';
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const names = ['concept/core/nsis/loa', 'model/core/specVersion', 'model/core/eid/professional/uuid/persistent', 'model/core/eid/professional/cvr',
  'model/core/eid/fullName', 'model/core/eid/privilegesIntermediate'];
const fields = ['loa', 'specVersion', 'uuid', 'cvr', 'fullName', 'privileges'];
const template = {
  context: samlify.SamlLib.defaultLoginResponseTemplate.context,
  attributes: names.map((name, place) => ({ name: ATTRIBUTES + name, valueTag: fields[place], nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri', valueXsiType: 'xs:string' })),
};

// What it reads is ours, and the tests of reading are ours too.
samlify.setSchemaValidator({ validate: () => Promise.resolve('unasked') });
const provider = samlify.IdentityProvider({
  entityID: `${entity}/saml`,
  privateKey: told.key,
  signingCert: told.certificate,
  wantAuthnRequestsSigned: true,
  isAssertionEncrypted: true,
  messageSigningOrder: 'encrypt-then-sign',
  dataEncryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  loginResponseTemplate: template,
  nameIDFormat: [PERSISTENT],
  singleSignOnService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${entity}/ind` }],
  singleLogoutService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${entity}/ud` }],
});
const waiting = new Map();
let rundbord;
let last;

// Rundbord's own metadata, fetched when it is first needed: it must know of the provider before it shows them.
async function ours() {
  if (!rundbord) {
    const metadata = await (await fetch(told.metadata)).text();
    rundbord = samlify.ServiceProvider({ metadata, wantMessageSigned: true, wantLogoutRequestSigned: true, wantLogoutResponseSigned: true });
  }
  return rundbord;
}

function html(heading, body) {
  return `<!doctype html><html lang="da"><title>${heading}</title><h1>${heading}</h1>${body}</html>`;
}

// The letters that were signed, as they came.
function octets(query, name) {
  const parts = Object.fromEntries(query.split('&').map((each) => [each.slice(0, each.indexOf('=')), each]));
  return [name, 'RelayState', 'SigAlg'].filter((each) => parts[each]).map((each) => parts[each]).join('&');
}

function asked(url, name) {
  const query = Object.fromEntries(url.searchParams);
  return { query, octetString: octets(url.search.slice(1), name) };
}

async function choose(url) {
  const request = await provider.parseLoginRequest(await ours(), 'redirect', asked(url, 'SAMLRequest'));
  const id = request.extract.request.id;
  waiting.set(id, { request, relay: url.searchParams.get('RelayState') });
  const anew = request.samlContent.includes('ForceAuthn="true"') ? '<p>Log ind på ny</p>' : '';
  const choices = Object.keys(told.employees).flatMap((who) => Object.keys(told.levels).map((level) =>
    `<form method="post" action="/valgt"><input type="hidden" name="id" value="${id}"><button name="who" value="${who} ${level}">${told.employees[who].name}, ${level}</button></form>`));
  return html('Kommunens log ind', anew + choices.join(''));
}

function rights(privileges) {
  const groups = privileges.map((each) => `<Privilege>${each}</Privilege>`).join('');
  const xml = '<?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">'
    + `<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:${told.cvr}">${groups}</PrivilegeGroup></bpp:PrivilegeList>`;
  return Buffer.from(xml).toString('base64');
}

async function answer(body) {
  const { request, relay } = waiting.get(body.get('id'));
  const [uuid, level] = body.get('who').split(' ');
  const employee = told.employees[uuid];
  const now = new Date().toISOString();
  const until = new Date(Date.now() + 300_000).toISOString();
  const session = `_${Math.random().toString(16).slice(2)}`;
  last = { logoutNameID: uuid, sessionIndex: session };
  const sp = await ours();
  const acs = sp.entityMeta.getAssertionConsumerService('post');
  const proved = `<saml:AuthnStatement AuthnInstant="${now}" SessionIndex="${session}"><saml:AuthnContext><saml:AuthnContextClassRef>${ATTRIBUTES}concept/core/nsis/loa/${told.levels[level]}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`;
  const fill = (context) => {
    const id = provider.entitySetting.generateID();
    const values = {
      ID: id, AssertionID: provider.entitySetting.generateID(), Destination: acs, SubjectRecipient: acs, Audience: sp.entityMeta.getEntityID(),
      AssertionConsumerServiceURL: acs, EntityID: sp.entityMeta.getEntityID(), Issuer: provider.entityMeta.getEntityID(), IssueInstant: now,
      StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success', ConditionsNotBefore: now, ConditionsNotOnOrAfter: until,
      SubjectConfirmationDataNotOnOrAfter: until, NameIDFormat: PERSISTENT, NameID: uuid, InResponseTo: request.extract.request.id,
      attrLoa: told.levels[level], attrSpecVersion: 'OIO-SAML-3.0', attrUuid: `urn:uuid:${uuid}`, attrCvr: told.cvr,
      attrFullName: employee.name, attrPrivileges: rights(employee.privileges),
    };
    return { id, context: samlify.SamlLib.replaceTagsByValue(context.replace('{AuthnStatement}', proved), values) };
  };
  const made = await provider.createLoginResponse(sp, request, 'post', {}, fill, true, relay);
  return html('Videre', `<form method="post" action="${made.entityEndpoint}"><input type="hidden" name="SAMLResponse" value="${made.context}">`
    + `<input type="hidden" name="RelayState" value="${relay}"><button>Videre til Rundbord</button></form><script>document.forms[0].submit()</script>`);
}

// Somebody signed out at Rundbord, or Rundbord says that it ended what was asked.
async function leave(url, response) {
  const sp = await ours();
  if (url.searchParams.has('SAMLResponse')) {
    await provider.parseLogoutResponse(sp, 'redirect', asked(url, 'SAMLResponse'));
    return html('Du er logget ud hos kommunen', '');
  }
  const request = await provider.parseLogoutRequest(sp, 'redirect', asked(url, 'SAMLRequest'));
  const made = provider.createLogoutResponse(sp, request, 'redirect', '');
  response.writeHead(302, { location: made.context });
  return '';
}

async function farewell(response) {
  const made = provider.createLogoutRequest(await ours(), 'redirect', last);
  response.writeHead(302, { location: made.context });
  return '';
}

async function page(request, response) {
  const url = new URL(request.url, entity);
  if (url.pathname === '/metadata') return provider.getMetadata();
  if (url.pathname === '/ind') return choose(url);
  if (url.pathname === '/ud') return leave(url, response);
  if (url.pathname === '/farvel') return farewell(response);
  let body = '';
  for await (const piece of request) body += piece;
  return answer(new URLSearchParams(body));
}

createServer(async (request, response) => {
  try {
    const written = await page(request, response);
    if (!response.headersSent) response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(written);
  } catch (error) {
    console.error(request.url, error);
    response.writeHead(500);
    response.end(html('Fejl hos kommunen', ''));
  }
}).listen(told.port, 'localhost', () => console.log('listening'));
