import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { routes } from '../routes.tsx';

const router = createBrowserRouter(routes, { basename: '/console' });

/** Everything a signed-in person sees. */
export function Desk() {
  return <RouterProvider router={router} />;
}
