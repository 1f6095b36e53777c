import { after, before, matchesOf, textCheck } from '../detector.ts';
import { isPersonName, personName } from '../names.ts';

const written = '(?:19|20)\\d{2} ?(?:年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?)';
const birth = new RegExp(
  `(?:出生(?:日期|年月日?|时间|于)?|生日|生于)[:为是于]? ?(${written})|(${written}) ?(?:出生|生(?![\\u4e00-\\u9fa5]))`,
  'g',
);
const inColumn = /出生|生日/;
const lone = new RegExp(`^ ?(${written}|(?:19|20)\\d{6}) ?$`);

export const birthCheck = textCheck({
  key: 'birth-date',
  name: '出生日期',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '出生日期属个人信息，与姓名、住址放在一起可以识别个人。',
  mend: '一键脱敏，或者删去；领导信息等依法公开简历的请说明。',
  source: '条例第15条；2018年政务公开工作要点（去标识化）',
  message: '个人出生日期。请删去或脱敏；依法公开的简历请说明。',
  hint: /出生|生日|生于|生/,
  *find({ plain, label }) {
    if (inColumn.test(label)) {
      const cell = lone.exec(plain.text);
      if (cell?.[1]) {
        const start = plain.text.indexOf(cell[1]);
        yield { start, end: start + cell[1].length, mask: '****' };
      }
      return;
    }
    for (const match of matchesOf(birth, plain.text)) {
      const day = match[1] ?? match[2] ?? '';
      // 2020年5月生产, 2019年3月生效 are told apart by the pattern; an organ or a company is not born.
      const start = match.index + match[0].indexOf(day);
      yield { start, end: start + day.length, mask: '****' };
    }
  },
});

const young = '(?:[1-9]|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)(?:周?岁)';
const pupil =
  '(?:小学|中学|初中|高中|学校|幼儿园|[一二三四五六七八九]年级|[一二三四五六七八九高初]?\\(\\d{1,2}\\)班|\\d{1,2}班|初[一二三]|高[一二三])[\\u4e00-\\u9fa5\\d()]{0,12}?(?:班|年级|学生|同学)';
const boundary =
  '(?:^|[,。;:、()\\s"“”]|学生|同学|儿童|孤儿|幼儿|女孩|男孩|之[子女]|儿子|女儿|[其之][儿女]|对象|村民|居民|受助人|被监护人)';
const minors: readonly RegExp[] = [
  new RegExp(`${boundary}(${personName})[,(、 ]{0,2}(?:[男女][,、 ]?)?(?:今年|现年|年仅|时年)?${young}`, 'g'),
  new RegExp(`${boundary}(${personName})(?:同学|小朋友)(?:[,(]|系|是|就读|因|在)`, 'g'),
  new RegExp(
    `${pupil}(?:学生|同学)?[:,、 ]?(${personName})(?=$|[,。;、()\\s]|同学|[因获被系是在捡拾主参代荣得考入受患到])`,
    'g',
  ),
  new RegExp(
    `(?:未成年人|未成年(?:子女|学生)|留守儿童|困境儿童|孤儿|事实无人抚养儿童)[:、 ]?(${personName})(?=$|[,。;、()\\s]|因|的|被|系|是|由)`,
    'g',
  ),
];

export const minorCheck = textCheck({
  key: 'minor',
  name: '未成年人信息',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '不满十四周岁未成年人的个人信息是敏感个人信息，未成年人的姓名、就读学校应当保密。',
  mend: '姓名改为“张某”，删去学校、班级；依法公示的说明依据。',
  source: '未成年人保护法第4条；个人信息保护法第28条、第31条',
  message: '未成年人的姓名。请改为“某某”，并删去学校、班级。',
  hint: /岁|同学|小朋友|班|年级|未成年|儿童|孤儿/,
  *find({ plain }) {
    const seen = new Set<number>();
    for (const pattern of minors) {
      for (const match of matchesOf(pattern, plain.text)) {
        const name = match[1] ?? '';
        if (!isPersonName(name)) continue;
        const start = match.index + match[0].lastIndexOf(name);
        if (seen.has(start)) continue;
        seen.add(start);
        yield { start, end: start + name.length, mask: `${name.charAt(0)}某` };
      }
    }
  },
});

/** Words that say what somebody suffers from. */
export const illness =
  /癌|肿瘤|白血病|尿毒症|透析|精神(?:病|障碍|分裂|残疾)|艾滋|HIV|乙肝|肝硬化|肝炎|肺结核|结核病|糖尿病|高血压|冠心病|心脏病|脑梗|脑出血|脑瘫|中风|偏瘫|瘫痪|截肢|智障|自闭症|抑郁|癫痫|红斑狼疮|血友病|失能|肢体|视力残疾|听力残疾|言语残疾|智力残疾|多重残疾|[一二三四](?:级|等)(?:伤?残|肢体|视力|听力|言语|智力|精神|多重)|(?:肢体|视力|听力|言语|智力|精神|多重)(?:残疾)?[一二三四]级|半身不遂|生活不能自理|丧失劳动能力|致残|植物人|重大疾病|重病|慢性病|流产|早孕|宫外孕|不孕/;

const suffers = '(?:身患|罹患|患有?|确诊(?:为|患)?|检查?出|因患?病?|突发)[\\u4e00-\\u9fa5]{0,10}?';
const person = new RegExp(
  `(?<=^|[,。;:、()\\s“”"]|村民|居民|群众|患者|病人|户主|人员|家属|职工|学生|申请人|对象|残疾人|脱贫户|监测户|帮扶户|(?<![针面])对|其[妻夫子女]|本人|低保户|特困人员)(${personName})(?=[,(、因患系身罹确是为 ])(?=([^。;\\n]{0,24}))`,
  'g',
);
const isIll = new RegExp(`${suffers}(?:${illness.source})|${illness.source}`);

export const illPersonCheck = textCheck({
  key: 'condition',
  name: '姓名与病情、残疾、困难情况',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '病情、残疾属敏感个人信息，不得连同姓名公开。',
  mend: '姓名改为“张某”，或者删去病情、残疾的具体内容。',
  source: '条例第15条；个人信息保护法第28条；社会救助公示只公示必要内容',
  message: '写了姓名，又写了本人的病情、残疾或困难情况。请隐去姓名，或者删去具体情况。',
  hint: illness,
  *find(piece) {
    const { plain } = piece;
    for (const match of matchesOf(person, plain.text)) {
      const [all, name = '', rest = ''] = match;
      const said = rest.split(/[。;]/)[0] ?? '';
      if (!isPersonName(name) || !isIll.test(said)) continue;
      const start = match.index;
      const ahead = before(piece, start, 8);
      // 由医师张三介绍糖尿病防治: who speaks of it does not have it.
      if (/(?:医师|医生|主任|教授|专家|局长|院长|讲师|镇长|书记)$/.test(ahead)) continue;
      if (
        /讲解|介绍|宣传|防治|预防|筛查|培训|讲座|研究/.test(
          `${said}${after(piece, start + all.length + said.length, 6)}`,
        )
      )
        continue;
      yield { start, end: start + name.length, mask: `${name.charAt(0)}某`, content: `${name}${said}` };
    }
  },
});

const kin =
  '妻子?|丈夫|儿子|女儿|长子|次子|三子|长女|次女|三女|父亲|母亲|配偶|孙子|孙女|儿媳|女婿|妹妹|姐姐|哥哥|弟弟|祖父|祖母|外公|外婆|岳父|岳母|其[父妻夫子兄弟姐妹]|其[母女](?![亲儿婿])';
const family = new RegExp(`(?:${kin})[:为是、 ]?(${personName})(?=$|[,。;、()\\s在务因患现均系也早已代共])`, 'g');

export const familyCheck = textCheck({
  key: 'family',
  name: '家庭成员姓名',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '家庭成员的姓名与公开的目的通常无关。',
  mend: '只写家庭人口数，隐去成员姓名。',
  source: '条例第15条；个人信息保护法第6条（最小必要）',
  message: '写出了家庭成员的姓名。请只写人口数，或者隐去姓名。',
  hint: new RegExp(kin),
  *find({ plain }) {
    for (const match of matchesOf(family, plain.text)) {
      const name = match[1] ?? '';
      if (!isPersonName(name)) continue;
      const start = match.index + match[0].length - name.length;
      yield { start, end: start + name.length, mask: `${name.charAt(0)}某` };
    }
  },
});
