import type { FastifyHelmetOptions } from '@fastify/helmet';
import { errorPageStyleHash } from './error-page.ts';

const self = "'self'";
const none = "'none'";

/**
 * The security headers of every answer. A page may use what this server sends and nothing else:
 * no third party, no inline script, no frame around it. HSTS is left to the proxy that has the
 * certificate; sent from here it would bind the whole host name.
 */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [none],
      scriptSrc: [self],
      styleSrc: [self, errorPageStyleHash],
      imgSrc: [self, 'data:'],
      fontSrc: [self],
      connectSrc: [self],
      formAction: [self],
      baseUri: [none],
      frameAncestors: [none],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
  // Browsers heed these two on HTTPS only and complain about them on plain HTTP in an intranet.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
};

/** What pages here never ask a browser for. */
export const permissionsPolicy = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';
