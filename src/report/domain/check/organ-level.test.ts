import { describe, expect, test } from 'vitest';
import { findOrganLevel } from './organ-level.ts';

describe('the rank of an organ follows from its name, or stays open', () => {
  test.each([
    ['石桥镇人民政府', 'township'],
    ['云溪县石桥镇人民政府', 'township'],
    ['柳河乡人民政府', 'township'],
    ['柳河回族乡人民政府', 'township'],
    ['江左市桥东区东山街道办事处', 'township'],
    ['东山街道', 'township'],
    ['白音苏木人民政府', 'township'],
    ['石桥镇政府', 'township'],
    ['云溪县石桥镇便民服务中心', 'township'],
    ['石桥镇人民政府（党政办公室）', 'township'],
    ['石 桥 镇 人 民 政 府', 'township'],
    ['云溪县新城镇人民政府', 'township'],
    ['云溪县人民政府', 'county'],
    ['云溪县人民政府办公室', 'county'],
    ['云溪县民政局', 'county'],
    ['云溪县市场监督管理局', 'county'],
    ['云溪县住房和城乡建设局', 'county'],
    ['云溪县乡村振兴局', 'county'],
    ['云溪县城镇管理局', 'county'],
    ['云溪彝族自治县教育局', 'county'],
    ['江左市桥东区人民政府', 'county'],
    ['江左市桥东区应急管理局', 'county'],
    ['江左市滨江新区人民政府', 'county'],
    ['阿尔山左旗人民政府', 'county'],
    ['江左市云溪市人民政府', 'county'],
    ['江左自治州云溪市人民政府', 'county'],
    ['镇溪县人民政府', 'county'],
    ['新乡县民政局', 'county'],
    ['江左市云溪市政府', 'county'],
    ['江左自治州人民政府', 'city'],
    ['江左州人民政府', 'city'],
    ['江左地区行政公署', 'city'],
    ['江左省人民政府', 'province'],
    ['江左省民政厅', 'province'],
    ['江左壮族自治区人民政府', 'province'],
    ['国务院办公厅', 'national'],
  ])('%s is %s', (organ, level) => {
    expect(findOrganLevel(organ)).toBe(level);
  });

  test.each([
    null,
    '',
    '民政局',
    '云溪市人民政府',
    '云溪市民政局',
    '景山镇市人民政府',
    '新乡市财政局',
    '江左省云溪市人民政府',
    '云州市人民政府',
    '云溪市市委办公室',
    '云溪市市级机关事务管理局',
    '云溪经济开发区管理委员会',
    '云溪高新区管委会',
    '江左市滨江新区管理委员会',
    '云溪县石桥镇柳河村村民委员会',
    '江左市滨江新区财政局',
    '某某特别行政区政府',
  ])('%s does not settle the rank', (organ) => {
    expect(findOrganLevel(organ)).toBeUndefined();
  });
});
