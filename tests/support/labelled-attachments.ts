import { paragraph, run } from '../../src/platform/documents/read/fixtures/build-docx.ts';
import { buildPdf, textAt } from '../../src/platform/documents/read/fixtures/build-pdf.ts';
import { buildZip } from '../../src/platform/documents/read/fixtures/build-zip.ts';
import { ofdFile, slidesFile, wordFile, wordTable, workbookFile } from './office-files.ts';

/** An attachment of the labelled set, with what is to be found in it and where: the check, and a part of the words that say where. */
export interface LabelledAttachment {
  name: string;
  bytes: Uint8Array;
  expected: readonly (readonly [check: string, where: string])[];
}

const text = (words: string) => new TextEncoder().encode(words);
const card = '6222020000000000000';

const people = [
  ['序号', '姓名', '身份证号', '银行账号', '补贴金额（元）'],
  ['1', '李小云', '11010519491231002X', card, '1200'],
  ['2', '周文静', '', '', '800'],
];

const author = (name: string, words: string) => ({ author: name, text: words });

/** The attachments of the labelled set. */
export const labelledAttachments: readonly LabelledAttachment[] = [
  { name: '干净的通知.docx', bytes: wordFile(paragraph('各村：请按时报送，咨询电话0990-6612345。')), expected: [] },
  {
    name: '正文有号码.docx',
    bytes: wordFile(paragraph('联系人李小云，手机13812345678。')),
    expected: [['mobile', '正文第1段']],
  },
  {
    name: '号码分在几段格式里.docx',
    bytes: wordFile(paragraph(run('身份证号1101') + run('05194912', '<w:b/>') + run('31002X'))),
    expected: [['id-18', '正文第1段']],
  },
  {
    name: '补贴表.docx',
    bytes: wordFile(paragraph('2026年耕地地力保护补贴发放表') + wordTable(people)),
    expected: [
      ['id-18', '表1第2行第3列'],
      ['bank-card', '表1第2行第4列'],
      ['account-list', '表1'],
    ],
  },
  {
    name: '批注.docx',
    bytes: wordFile(paragraph('正文没有问题。'), { comments: [author('审稿人', '此人电话13912345678，请核实')] }),
    expected: [
      ['mobile', '批注'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '修订.docx',
    bytes: wordFile(
      `<w:p>${run('低保对象')}<w:del w:id="1"><w:r><w:delText>李小云（110105194912310021X，</w:delText></w:r><w:r><w:delText>电话15812345678）</w:delText></w:r></w:del><w:ins w:id="2">${run('一名')}</w:ins></w:p>`,
    ),
    expected: [
      ['mobile', '修订中删除'],
      ['hidden-content', '整个文件'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '隐藏文字.docx',
    bytes: wordFile(paragraph(run('公示如下。') + run('身份证11010519491231002X', '<w:vanish/>'))),
    expected: [
      ['id-18', '隐藏文字'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '样式隐藏的文字.docx',
    bytes: wordFile(paragraph(run('13712345678', '<w:rStyle w:val="Secret"/>') + run('公告')), {
      styles: '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>',
    }),
    expected: [
      ['mobile', '隐藏文字'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '页眉有密级.docx',
    bytes: wordFile(paragraph('会议材料'), { header: '秘密★3年' }),
    expected: [['secrecy-mark', '页眉']],
  },
  {
    name: '页脚有内部字样.docx',
    bytes: wordFile(paragraph('工作安排'), { footer: '内部资料 注意保存' }),
    expected: [['internal-mark', '页脚']],
  },
  {
    name: '脚注.docx',
    bytes: wordFile(paragraph('附注见下。'), { footnote: '联系人微信：wx_123456' }),
    expected: [['chat-id', '脚注']],
  },
  {
    name: '文档属性.docx',
    bytes: wordFile(paragraph('公告正文。'), {
      properties: { 'dc:creator': '某单位', 'cp:lastModifiedBy': '李小云', 'dc:title': '秘密★1年' },
    }),
    expected: [
      ['secrecy-mark', '文档属性“标题”'],
      ['document-properties', '整个文件'],
    ],
  },
  {
    name: '嵌入表格.docx',
    bytes: wordFile(paragraph('见附表。'), {
      more: {
        'word/embeddings/Sheet1.xlsx': workbookFile([
          {
            name: '名单',
            rows: [
              ['姓名', '身份证号'],
              ['周文静', '11010519491231002X'],
            ],
          },
        ]),
      },
    }),
    expected: [
      ['id-18', '嵌入的文件 1'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '有图片.docx',
    bytes: wordFile(paragraph('见图。'), { more: { 'word/media/image1.png': new Uint8Array([0x89, 0x50]) } }),
    expected: [['unread-picture', '整个文件']],
  },
  {
    name: '残疾人名单.xlsx',
    bytes: workbookFile([
      {
        name: '名单',
        rows: [
          ['石桥镇残疾人护理补贴名单', '', ''],
          ['姓名', '残疾类别', '补贴标准'],
          ['李小云', '肢体二级', 100],
          ['周文静', '视力一级', 100],
        ],
      },
    ]),
    expected: [['condition-list', '工作表“名单”A3']],
  },
  {
    name: '干净的台账.xlsx',
    bytes: workbookFile([
      {
        name: '项目',
        rows: [
          ['项目名称', '投资（元）', '编号'],
          ['机耕道', 13812345678, 'YX-2026-001'],
        ],
      },
    ]),
    expected: [],
  },
  {
    name: '隐藏的列.xlsx',
    bytes: workbookFile([
      {
        name: '发放表',
        rows: [
          ['户主', '身份证号', '金额'],
          ['李小云', '11010519491231002X', 800],
        ],
        hiddenColumns: [1],
      },
    ]),
    expected: [
      ['id-18', '（隐藏列）'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '隐藏的行.xlsx',
    bytes: workbookFile([
      {
        name: '发放表',
        rows: [
          ['姓名', '联系电话'],
          ['李小云', 13812345678],
          ['周文静', '0990-6612345'],
        ],
        hiddenRows: [2],
      },
    ]),
    expected: [
      ['mobile', '（隐藏行）'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '隐藏的工作表.xlsx',
    bytes: workbookFile([
      {
        name: '公示',
        rows: [
          ['事项', '金额'],
          ['春耕补贴', 100],
        ],
      },
      {
        name: '底册',
        rows: [
          ['姓名', '卡号'],
          ['李小云', card],
        ],
        state: 'veryHidden',
      },
    ]),
    expected: [
      ['bank-card', '隐藏工作表“底册”B2'],
      ['account-list', '底册'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '单元格批注.xlsx',
    bytes: workbookFile([
      {
        name: '表',
        rows: [
          ['事项', '金额'],
          ['补贴', 100],
        ],
        comments: [{ cell: 'A2', text: '本人电话18612345678' }],
      },
    ]),
    expected: [
      ['mobile', 'A2的批注'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '名称管理器.xlsx',
    bytes: workbookFile(
      [
        {
          name: '表',
          rows: [
            ['事项', '金额'],
            ['补贴', 100],
          ],
        },
      ],
      {
        names: { contact: '"13612345678"' },
      },
    ),
    expected: [['mobile', '名称管理器']],
  },
  {
    name: '数字存的手机号.xlsx',
    bytes: workbookFile([
      {
        name: '通讯录',
        rows: [
          ['单位', '手机'],
          ['桥东村', 13512345678],
        ],
      },
    ]),
    expected: [['mobile', 'B2']],
  },
  {
    name: '学生资助.csv',
    bytes: text('姓名,学校,班级,金额\n周小河,石桥镇中心小学,三年级二班,500\n'),
    expected: [['minor-list', '第2行第1列']],
  },
  {
    name: '说明.txt',
    bytes: text('请于2026年3月20日前报送。\n联系人电话13812345678。'),
    expected: [['mobile', '第2行']],
  },
  {
    name: '网页.html',
    bytes: text(
      `<html><body><p>公告</p><!-- 身份证11010519491231002X --><p>${'请按时办理有关事项。'.repeat(60)}</p></body></html>`,
    ),
    expected: [
      ['id-18', '网页注释'],
      ['hidden-content', '整个文件'],
    ],
  },
  {
    name: '扫描名册.pdf',
    bytes: buildPdf([{ draw: textAt(72, 720, '内部资料') }, { draw: '' }]),
    expected: [
      ['internal-mark', '第1页'],
      ['unread-picture', '整个文件'],
    ],
  },
  {
    name: '带属性.pdf',
    bytes: buildPdf([{ draw: textAt(72, 720, '电话13812345678') }], {
      objects: ['<</Author(Li)/Title(Notice)>>'],
      trailer: '/Info 10 0 R',
    }),
    expected: [
      ['mobile', '第1页'],
      ['document-properties', '整个文件'],
    ],
  },
  {
    name: '演示.pptx',
    bytes: slidesFile([
      { text: '工作汇报', notes: '联系13312345678' },
      { text: '绝密★长期', hidden: true },
    ]),
    expected: [
      ['mobile', '备注'],
      ['secrecy-mark', '（隐藏）'],
      ['hidden-content', '整个文件'],
      ['hidden-content', '整个文件'],
    ],
  },
  { name: '版式文件.ofd', bytes: ofdFile('当事人身份证号11010519491231002X'), expected: [['id-18', '第1页']] },
  {
    name: '打包.zip',
    bytes: buildZip({ 'list.txt': text('手机13812345678'), 'plan.docx': wordFile(paragraph('机密★5年')) }),
    expected: [
      ['mobile', '压缩包内“list.txt”'],
      ['secrecy-mark', '压缩包内“plan.docx”'],
    ],
  },
  {
    name: '旧版.doc',
    bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
    expected: [['unreadable-attachment', '整个文件']],
  },
  {
    name: '损坏.docx',
    bytes: wordFile(paragraph('正文')).slice(0, 300),
    expected: [['unreadable-attachment', '整个文件']],
  },
  {
    name: '照片.jpg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    expected: [['unread-picture', '整个文件']],
  },
  {
    name: '联系人13812345678.docx',
    bytes: wordFile(paragraph('申请表样式，不含个人信息，编号990123。')),
    expected: [['mobile', '文件名']],
  },
];
