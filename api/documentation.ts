/** The OpenAPI document, generated from the routes' own schemas, and a page to browse it. */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { freeNullableBodies, withFreeDefaults } from './documented-shapes';
import { isPermission } from './permissions';
import { signatureHeader } from './schemas/callback';

const unguarded: FastifyContextConfig = { permission: 'public', audit: 'documentation-read' };

/** Pages are served over plain HTTP on loopback: nothing may be asked to become HTTPS. */
const pageHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
};

/** Call before the routes are stated: what is documented is what is stated afterwards. */
export async function addDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ruqsat',
        version: '1',
        description: "Casework for Kazakhstan's residence permits",
      },
      tags,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          agencySignature: {
            type: 'apiKey',
            in: 'header',
            name: signatureHeader,
            description: 'An ES256 JWT over the SHA-256 of the body',
          },
        },
      },
    },
    refResolver: { buildLocalReference: ({ $id }) => String($id) },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...withFreeDefaults(schema),
        tags: [url.split('/')[1] ?? ''],
        security: securityOf(route.config?.permission),
      },
    }),
    transformObject: (made) => {
      if (!('openapiObject' in made)) return made.swaggerObject;
      freeNullableBodies(made.openapiObject.paths ?? {});
      return made.openapiObject;
    },
  });
  await app.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...unguarded, ...route.config };
    });
    await pages.register(helmet, pageHeaders);
    await pages.register(swaggerUi, { routePrefix: '/docs' });
    pages.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  });
}

function securityOf(permission: unknown) {
  if (permission === 'agency-signature') return [{ agencySignature: [] }];
  return isPermission(permission) ? [{ bearer: [] }] : [];
}

const tags = [
  { name: 'applications', description: 'Applicants' },
  { name: 'employers', description: 'Employers, for their staff' },
  { name: 'admin', description: 'Caseworkers and supervisors' },
  { name: 'audit', description: 'Auditors' },
  { name: 'callbacks', description: 'Agencies' },
  { name: 'acts', description: 'The register of acts' },
  { name: 'development', description: 'Only where time may be moved' },
  { name: 'health', description: 'Operators' },
];
