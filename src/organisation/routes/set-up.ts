import { z } from 'zod';
import { invalid, success } from '../../kernel/result.ts';
import { defineRoute, type Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { setUpSystem } from '../service/set-up.ts';

const administrator = z.object({
  name: z.string('请填写姓名').trim().min(1, '请填写姓名').max(50, '姓名不能超过 50 个字'),
  loginName: z.string('请填写登录名').trim().min(1, '请填写登录名').max(40, '登录名不能超过 40 个字'),
});

/** The first run of an empty system. */
export function setUpRoutes({ db, checkSetUpCode, hashCost }: OrganisationDeps): Route<Authority>[] {
  return [
    defineRoute<Authority>()({
      method: 'POST',
      path: '/setup',
      summary: '首次设置',
      access: 'anyone',
      requestsPerMinute: 10,
      body: z.object({
        code: z.string('请填写设置码').trim().min(1, '请填写设置码'),
        county: z.object({
          name: z
            .string('请填写县（市、区）名称')
            .trim()
            .min(2, '请填写县（市、区）全称')
            .max(50, '名称不能超过 50 个字'),
          divisionCode: z.string('请填写区划代码').trim().min(1, '请填写区划代码'),
        }),
        administrators: z.object({
          'system-administrator': administrator,
          'security-administrator': administrator,
          'audit-administrator': administrator,
        }),
      }),
      answer: z.object({
        accounts: z.array(
          z.object({
            role: z.enum(['system-administrator', 'security-administrator', 'audit-administrator']),
            name: z.string(),
            loginName: z.string(),
            firstPassword: z.string(),
          }),
        ),
      }),
      handle: async ({ body: { code, county, administrators }, now }) => {
        if (!checkSetUpCode(code)) {
          const message = '设置码不对。设置码显示在服务器的启动窗口中，请向安装本系统的人员索取。';
          return invalid([{ field: 'code', message }]);
        }
        const done = await setUpSystem(db, { county, administrators }, now, hashCost);
        return done.ok ? success({ accounts: done.value }) : done;
      },
    }),
  ];
}
