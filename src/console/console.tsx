import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import { ApiProblem } from './api/problem.ts';
import { CrashBoundary } from './frame/crash.tsx';
import { nonce } from './nonce.ts';
import { Gate } from './session/gate.tsx';
import { theme } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Asking again helps against a lost connection, not against a refusal.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status > 501),
      staleTime: 10_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** The whole console. */
export function Console() {
  return (
    <ConfigProvider
      locale={zhCN.default}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: { focus: true } }}
    >
      <App>
        <CrashBoundary>
          <QueryClientProvider client={queries}>
            <Gate />
          </QueryClientProvider>
        </CrashBoundary>
      </App>
    </ConfigProvider>
  );
}
