import type { RouteObject } from 'react-router';
import { RouteCrash } from './frame/crash.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';

/** The screens below /console, each in a file that is loaded when it is opened. */
export const routes: RouteObject[] = [
  {
    Component: Frame,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteCrash,
        children: [
          { index: true, lazy: { Component: async () => (await import('./today/today-page.tsx')).TodayPage } },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
];
