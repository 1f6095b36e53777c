import { Navigate, type RouteObject } from 'react-router';
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
          { index: true, element: <Navigate to="/today" replace /> },
          { path: 'today', lazy: { Component: async () => (await import('./today/today-page.tsx')).TodayPage } },
          {
            path: 'today/memos/new',
            lazy: { Component: async () => (await import('./memos/memo-page.tsx')).MemoPage },
          },
          {
            path: 'today/memos/:id',
            lazy: { Component: async () => (await import('./memos/memo-page.tsx')).MemoPage },
          },
          {
            path: 'publication/items',
            lazy: { Component: async () => (await import('./publication/items-page.tsx')).ItemsPage },
          },
          {
            path: 'publication/items/new',
            lazy: { Component: async () => (await import('./publication/new-item-page.tsx')).NewItemPage },
          },
          {
            path: 'publication/items/:id',
            lazy: { Component: async () => (await import('./publication/item-page.tsx')).ItemPage },
          },
          {
            path: 'publication/items/:id/versions',
            lazy: { Component: async () => (await import('./publication/versions-page.tsx')).VersionsPage },
          },
          {
            path: 'publication/reviews',
            lazy: { Component: async () => (await import('./publication/reviews-page.tsx')).ReviewsPage },
          },
          {
            path: 'catalogue',
            lazy: { Component: async () => (await import('./catalogue/catalogue-page.tsx')).CataloguePage },
          },
          {
            path: 'catalogue/adopt',
            lazy: { Component: async () => (await import('./catalogue/adopt-page.tsx')).AdoptPage },
          },
          {
            path: 'catalogue/items/new',
            lazy: { Component: async () => (await import('./catalogue/edit-page.tsx')).NewLinePage },
          },
          {
            path: 'catalogue/items/:id',
            lazy: { Component: async () => (await import('./catalogue/line-page.tsx')).LinePage },
          },
          {
            path: 'catalogue/items/:id/edit',
            lazy: { Component: async () => (await import('./catalogue/edit-page.tsx')).EditPage },
          },
          {
            path: 'catalogue/duties',
            lazy: { Component: async () => (await import('./catalogue/duties-page.tsx')).DutiesPage },
          },
          {
            path: 'catalogue/duties/:id',
            lazy: { Component: async () => (await import('./catalogue/duty-page.tsx')).DutyPage },
          },
          {
            path: 'catalogue/imports',
            lazy: { Component: async () => (await import('./catalogue/imports-page.tsx')).ImportsPage },
          },
          {
            path: 'catalogue/imports/:id',
            lazy: { Component: async () => (await import('./catalogue/import-page.tsx')).ImportPage },
          },
          {
            path: 'catalogue/coverage',
            lazy: { Component: async () => (await import('./coverage/coverage-page.tsx')).CoveragePage },
          },
          {
            path: 'catalogue/coverage/fields',
            lazy: { Component: async () => (await import('./coverage/fields-page.tsx')).FieldsPage },
          },
          {
            path: 'catalogue/coverage/columns',
            lazy: { Component: async () => (await import('./coverage/columns-page.tsx')).ColumnsPage },
          },
          {
            path: 'catalogue/coverage/columns/:columnKey',
            lazy: { Component: async () => (await import('./coverage/contents-page.tsx')).ContentsPage },
          },
          {
            path: 'catalogue/reminders',
            lazy: { Component: async () => (await import('./coverage/reminders-page.tsx')).RemindersPage },
          },
          {
            path: 'catalogue/reminders/:id',
            lazy: { Component: async () => (await import('./coverage/reminder-page.tsx')).ReminderPage },
          },
          {
            path: 'publication/channels',
            lazy: { Component: async () => (await import('./channels/channels-page.tsx')).ChannelsPage },
          },
          {
            path: 'publication/channels/transfers',
            lazy: { Component: async () => (await import('./channels/transfers-page.tsx')).TransfersPage },
          },
          {
            path: 'publication/channels/accounts',
            lazy: { Component: async () => (await import('./channels/accounts-page.tsx')).AccountsPage },
          },
          {
            path: 'publication/items/:id/channels',
            lazy: { Component: async () => (await import('./channels/item-channels-page.tsx')).ItemChannelsPage },
          },
          {
            path: 'publication/figures',
            lazy: { Component: async () => (await import('./figures/figures-page.tsx')).FiguresPage },
          },
          {
            path: 'publication/figures/items',
            lazy: { Component: async () => (await import('./figures/items-page.tsx')).FigureItemsPage },
          },
          {
            path: 'publication/imports',
            lazy: { Component: async () => (await import('./publication-import/imports-page.tsx')).ImportsPage },
          },
          {
            path: 'publication/imports/:id',
            lazy: { Component: async () => (await import('./publication-import/import-page.tsx')).ImportPage },
          },
          {
            path: 'publication/batches',
            lazy: { Component: async () => (await import('./batches/batches-page.tsx')).BatchesPage },
          },
          {
            path: 'publication/batches/:id',
            lazy: { Component: async () => (await import('./batches/batch-page.tsx')).BatchPage },
          },
          {
            path: 'upkeep',
            lazy: { Component: async () => (await import('./upkeep/upkeep-tabs.tsx')).UpkeepPage },
          },
          {
            path: 'upkeep/assessments',
            lazy: { Component: async () => (await import('./upkeep/assessments-page.tsx')).AssessmentsPage },
          },
          {
            path: 'upkeep/cleanings',
            lazy: { Component: async () => (await import('./upkeep/cleanings-page.tsx')).CleaningsPage },
          },
          {
            path: 'upkeep/cleanings/:id',
            lazy: { Component: async () => (await import('./upkeep/cleaning-page.tsx')).CleaningPage },
          },
          {
            path: 'upkeep/referrals',
            lazy: { Component: async () => (await import('./upkeep/referrals-page.tsx')).ReferralsPage },
          },
          {
            path: 'upkeep/routes',
            lazy: { Component: async () => (await import('./upkeep/routes-page.tsx')).RoutesPage },
          },
          {
            path: 'upkeep/words',
            lazy: { Component: async () => (await import('./upkeep/words-page.tsx')).WordsPage },
          },
          {
            path: 'organs',
            lazy: { Component: async () => (await import('./organs/organs-page.tsx')).OrgansPage },
            children: [
              { index: true, lazy: { Component: async () => (await import('./organs/organs-page.tsx')).NoOrganOpen } },
              { path: ':id', lazy: { Component: async () => (await import('./organs/organ-page.tsx')).OrganPage } },
            ],
          },
          {
            path: 'organs/import',
            lazy: { Component: async () => (await import('./organ-import/imports-page.tsx')).ImportsPage },
          },
          {
            path: 'organs/import/:id',
            lazy: { Component: async () => (await import('./organ-import/import-page.tsx')).ImportPage },
          },
          {
            path: 'organs/new',
            lazy: { Component: async () => (await import('./organs/new-organ-page.tsx')).NewOrganPage },
          },
          {
            path: 'organs/:id/edit',
            lazy: { Component: async () => (await import('./organs/profile-page.tsx')).ProfilePage },
          },
          {
            path: 'organs/:id/change',
            lazy: { Component: async () => (await import('./organs/change-page.tsx')).ChangePage },
          },
          {
            path: 'account/:tab?',
            lazy: { Component: async () => (await import('./account/account-page.tsx')).AccountPage },
          },
          {
            path: 'calendar',
            lazy: { Component: async () => (await import('./calendar/calendar-page.tsx')).CalendarPage },
          },
          {
            path: 'calendar/import',
            lazy: { Component: async () => (await import('./calendar/import-page.tsx')).ImportPage },
          },
          { path: 'people', lazy: { Component: async () => (await import('./people/people-page.tsx')).PeoplePage } },
          {
            path: 'people/new',
            lazy: { Component: async () => (await import('./people/new-person-page.tsx')).NewPersonPage },
          },
          {
            path: 'people/:id',
            lazy: { Component: async () => (await import('./people/person-page.tsx')).PersonPage },
          },
          {
            path: 'people/:id/hand-over',
            lazy: { Component: async () => (await import('./hand-over/start-page.tsx')).StartHandOverPage },
          },
          {
            path: 'people/hand-overs',
            lazy: { Component: async () => (await import('./hand-over/list-page.tsx')).HandOversPage },
          },
          {
            path: 'people/hand-overs/:id',
            lazy: { Component: async () => (await import('./hand-over/sheet-page.tsx')).HandOverPage },
          },
          { path: 'audit', lazy: { Component: async () => (await import('./audit/audit-page.tsx')).AuditPage } },
          {
            path: 'jobs',
            lazy: { Component: async () => (await import('./jobs/jobs-page.tsx')).JobsPage },
            children: [
              { index: true, lazy: { Component: async () => (await import('./jobs/jobs-page.tsx')).JobList } },
              { path: 'schedules', lazy: { Component: async () => (await import('./jobs/schedules.tsx')).Schedules } },
            ],
          },
          {
            path: 'settings',
            lazy: { Component: async () => (await import('./settings/settings-page.tsx')).SettingsPage },
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
];
