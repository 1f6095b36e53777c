export { openApiDocument } from './open-api.ts';
export { type ExpectedFile, receiveFile } from './receive-file.ts';
export { type ApiOptions, registerApi } from './register.ts';
export {
  type Access,
  type Call,
  type Download,
  defineRoute,
  type Identity,
  type Route,
  type SignInStage,
} from './route.ts';
export { day, id, importStanding, instant, pageOf, pageQuery, seenVersion } from './schemas.ts';
