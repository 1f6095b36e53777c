/**
 * Characters that PDF programs write in place of the ordinary ones because the two look alike: a font maps both to one
 * picture, and the wrong one is taken back from it. First the radical, then the character.
 */
const supplement =
  '⺁厂⺇几⺌小⺎尢⺏尢⺐尣⺒巳⺓幺⺛旡⺝月⺟母⺠民⺤爫⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罒⺲罒⺳罓⺴四⺶羊⺷羊⺹耂⺻肀⺼月⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const characters = new Map<string, string>();
for (let at = 0; at < supplement.length; at += 2)
  characters.set(supplement[at] as string, supplement[at + 1] as string);

/** A character as it is meant: radicals as characters, Latin ligatures as letters. */
export function readCharacter(text: string): string {
  const code = text.charCodeAt(0);
  if (code >= 0x2e80 && code < 0x2f00) return characters.get(text) ?? text;
  const isKangxi = code >= 0x2f00 && code <= 0x2fd5;
  const isLigature = code >= 0xfb00 && code <= 0xfb06;
  const isCompatibility = code >= 0xf900 && code <= 0xfaff;
  return isKangxi || isLigature || isCompatibility ? text.normalize('NFKC') : text;
}
