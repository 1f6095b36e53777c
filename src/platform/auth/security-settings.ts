import { z } from 'zod';
import { defineSettings, type SettingValues } from '../settings/declaration.ts';

/**
 * A whole number within bounds, and the reason for them in the sentence for whoever goes beyond. The
 * standard (GB/T 22239-2019, 8.1.4.1 身份鉴别) asks for complexity, periodic change, a limit on failures
 * and an end of idle sessions without naming numbers. The bounds are what assessors commonly expect
 * of level 2 and 3, so that nothing can be set looser than that.
 */
function bounded(least: number, most: number, reason: string): z.ZodInt {
  const error = `应为 ${least} 至 ${most} 之间的整数：${reason}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** How passwords, locks, second factors and sessions are handled in the whole deployment; 安全管理员 keeps them. */
export const signInSettings = defineSettings(
  { name: 'sign-in', label: '登录安全', keeper: 'security' },
  {
    passwordLength: {
      label: '密码最短长度',
      meaning: '密码至少要有的位数，下次修改密码时起作用。',
      unit: '位',
      schema: bounded(8, 64, '等级保护测评一般要求密码不少于 8 位'),
      standard: 10,
    },
    passwordClasses: {
      label: '密码字符种类',
      meaning: '密码在大写字母、小写字母、数字、符号四种中至少要包含几种。',
      unit: '种',
      schema: bounded(3, 4, '等级保护测评一般要求至少包含三种'),
      standard: 3,
    },
    passwordHistory: {
      label: '不得重复的历史密码',
      meaning: '新密码不得与最近用过的几个密码相同。',
      unit: '个',
      schema: bounded(1, 24, '定期更换密码时不得沿用原密码'),
      standard: 5,
    },
    passwordDays: {
      label: '密码有效期',
      meaning: '密码使用满这些天后，登录时须先修改密码。',
      unit: '天',
      schema: bounded(7, 90, '等级保护要求定期更换密码，测评一般以 90 天为限'),
      standard: 90,
    },
    passwordWarningDays: {
      label: '到期前提醒',
      meaning: '密码到期前这些天起，登录后给出提醒。',
      unit: '天',
      schema: bounded(1, 30, '提醒过早容易被忽略'),
      standard: 7,
    },
    failuresBeforeLock: {
      label: '连续失败几次后锁定账号',
      meaning: '密码或验证码连续输错到这个次数，账号暂时锁定。',
      unit: '次',
      schema: bounded(3, 5, '等级保护要求限制非法登录次数，测评一般以 5 次为限；少于 3 次容易误锁'),
      standard: 5,
    },
    lockMinutes: {
      label: '首次锁定时长',
      meaning: '第一次锁定的时间；再次锁定时逐次加倍，登录成功后重新计算。',
      unit: '分钟',
      schema: bounded(10, 60, '过短起不到限制作用，过长影响正常使用'),
      standard: 15,
    },
    longestLockHours: {
      label: '最长锁定时长',
      meaning: '逐次加倍后锁定时间的上限。',
      unit: '小时',
      schema: bounded(1, 72, '锁定时间须有上限，以免账号长期不能使用'),
      standard: 24,
    },
    failuresPerAddress: {
      label: '同一地址连续失败几次后锁定地址',
      meaning: '从同一网络地址对任意账号连续失败到这个次数，该地址暂时不能登录；在本机登录成功过的人员不受影响。',
      unit: '次',
      schema: bounded(10, 200, '一个单位常共用一个出口地址，过少会误锁全单位，过多则挡不住逐个账号试探'),
      standard: 50,
    },
    sessionIdleMinutes: {
      label: '无操作自动退出',
      meaning: '超过这个时间没有任何操作，登录自动失效。',
      unit: '分钟',
      schema: bounded(5, 30, '等级保护要求登录超时自动退出，测评一般以 30 分钟为限'),
      standard: 30,
    },
    sessionHours: {
      label: '一次登录最长时间',
      meaning: '一次登录满这个时间后须重新登录，无论是否在操作。',
      unit: '小时',
      schema: bounded(1, 24, '一次登录不应长期有效'),
      standard: 12,
    },
    secondFactor: {
      label: '哪些人员必须使用动态验证码',
      meaning:
        '系统管理员、安全管理员、审计管理员始终必须使用。等级保护第三级要求所有用户使用两种鉴别方式，应选“全体人员”。',
      schema: z.enum(['administrators', 'listed-roles', 'everyone'], {
        error: '应为仅管理员、管理员和指定角色、全体人员之一',
      }),
      standard: 'administrators',
    },
    secondFactorRoles: {
      label: '指定角色',
      meaning: '除管理员外，还有哪些角色的人员必须使用动态验证码；在选“管理员和指定角色”时起作用。',
      schema: z
        .array(z.string({ error: '角色无效' }).max(64, '角色无效'), { error: '角色无效' })
        .max(32, '角色过多')
        .readonly(),
      standard: [],
    },
  },
);

export type SecuritySettings = SettingValues<typeof signInSettings>;

/** What counts until somebody sets it otherwise: the bounds assessors expect of level 2 and 3, and a little above. */
export const standardSecuritySettings = Object.fromEntries(
  Object.entries(signInSettings.settings).map(([name, { standard }]) => [name, standard]),
) as SecuritySettings;
