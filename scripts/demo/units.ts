/** The units of the fictional city of Yunlan (云澜市): none of its districts, counties, towns or companies exists. */
import type { Row } from './table.ts';

/** unit · kind · code · short name · name · short name in English · name in English */
const CITY = `
qiwu region 010101 栖梧 栖梧区 Qiwu Qiwu District
wangqiao region 010102 望桥 望桥区 Wangqiao Wangqiao District
chengwan region 010103 澄湾 澄湾区 Chengwan Chengwan District
songlang region 010104 松廊 松廊区 Songlang Songlang District
zhenshan region 010181 枕山 枕山市 Zhenshan Zhenshan City
boyun region 010121 泊云 泊云县 Boyun Boyun County
yanxi region 010122 砚溪 砚溪县 Yanxi Yanxi County
mailong region 010123 麦垄 麦垄县 Mailong Mailong County
qingli region 010124 青笠 青笠县 Qingli Qingli County
luting region 010125 鹭汀 鹭汀县 Luting Luting County
hightech zone 010171 高新区 云澜高新技术产业开发区 High-Tech_Zone Yunlan High-Tech Industrial Zone
etdz zone 010172 经开区 云澜经济技术开发区 Development_Zone Yunlan Economic and Technological Development Zone
portarea zone 010173 临港新区 澄湾临港新区 Port_Area Chengwan Port New Area
logistics zone 010174 物流园区 望桥商贸物流园区 Logistics_Park Wangqiao Trade and Logistics Park
govoffice department 0001 市政府办 云澜市人民政府办公室 General_Office General Office of the Yunlan Municipal Government
drc department 0002 市发改委 云澜市发展和改革委员会 Development_and_Reform Yunlan Development and Reform Commission
edu department 0003 市教育局 云澜市教育局 Education Yunlan Education Bureau
sci department 0004 市科技局 云澜市科学技术局 Science_and_Technology Yunlan Science and Technology Bureau
iit department 0005 市工信局 云澜市工业和信息化局 Industry Yunlan Industry and Information Technology Bureau
police department 0006 市公安局 云澜市公安局 Public_Security Yunlan Public Security Bureau
civil department 0007 市民政局 云澜市民政局 Civil_Affairs Yunlan Civil Affairs Bureau
justice department 0008 市司法局 云澜市司法局 Justice Yunlan Justice Bureau
finance department 0009 市财政局 云澜市财政局 Finance Yunlan Finance Bureau
hrss department 0010 市人社局 云澜市人力资源和社会保障局 Employment_and_Social_Security Yunlan Human Resources and Social Security Bureau
land department 0011 市资源规划局 云澜市自然资源和规划局 Natural_Resources_and_Planning Yunlan Natural Resources and Planning Bureau
eco department 0012 市生态环境局 云澜市生态环境局 Ecology_and_Environment Yunlan Ecology and Environment Bureau
housing department 0013 市住建局 云澜市住房和城乡建设局 Housing_and_Construction Yunlan Housing and Urban-Rural Development Bureau
transport department 0014 市交通局 云澜市交通运输局 Transport Yunlan Transport Bureau
urban department 0015 市城管局 云澜市城市管理局 Urban_Management Yunlan Urban Management Bureau
water department 0016 市水务局 云澜市水务局 Water Yunlan Water Bureau
agri department 0017 市农业农村局 云澜市农业农村局 Agriculture Yunlan Agriculture and Rural Affairs Bureau
commerce department 0018 市商务局 云澜市商务局 Commerce Yunlan Commerce Bureau
broadcast department 0019 市文广局 云澜市文化和广播电视局 Culture_and_Broadcasting Yunlan Culture and Broadcasting Bureau
tourism department 0020 市旅发委 云澜市旅游发展委员会 Tourism Yunlan Tourism Development Commission
culture department 0021 市文旅局 云澜市文化广电和旅游局 Culture_and_Tourism Yunlan Culture, Broadcasting and Tourism Bureau
health department 0022 市卫健委 云澜市卫生健康委员会 Health Yunlan Health Commission
emergency department 0023 市应急局 云澜市应急管理局 Emergency_Management Yunlan Emergency Management Bureau
market department 0024 市市场监管局 云澜市市场监督管理局 Market_Regulation Yunlan Market Regulation Bureau
data department 0025 市数据局 云澜市数据局 Data Yunlan Data Bureau
service department 0026 市政务服务局 云澜市政务服务管理局 Government_Services Yunlan Government Services Bureau
sasac department 0027 市国资委 云澜市国有资产监督管理委员会 State_Assets Yunlan State-owned Assets Commission
watergroup enterprise 0301 云澜水务 云澜水务集团有限公司 Yunlan_Water Yunlan Water Group
transit enterprise 0302 云澜公交 云澜公共交通集团有限公司 Yunlan_Transit Yunlan Public Transport Group
venues enterprise 0303 云澜文旅投 云澜文旅投资集团有限公司 Yunlan_Venues Yunlan Culture and Tourism Investment Group
lg-reform taskforce 0401 改革专项组 深化改革专项小组 Reform_Group Steering Group on Reform
lg-growth taskforce 0402 经济专项组 经济运行专项小组 Economy_Group Steering Group on the Economy
lg-city taskforce 0403 城建专项组 城市建设专项小组 City_Group Steering Group on City Building
lg-people taskforce 0404 民生专项组 民生保障专项小组 Livelihood_Group Steering Group on Livelihood
lg-safety taskforce 0405 安全专项组 安全稳定专项小组 Safety_Group Steering Group on Safety
tf-river taskforce 0411 流域治理专班 松廊河流域治理专班 River_Task_Force Songlang River Task Force
tf-chain taskforce 0412 产业链专班 重点产业链专班 Industry_Task_Force Key Industries Task Force
tf-renewal taskforce 0413 城市更新专班 城市更新专班 Renewal_Task_Force Urban Renewal Task Force
tf-service taskforce 0414 营商环境专班 优化营商环境专班 Business_Task_Force Business Environment Task Force`;

/** Qiwu District's own units: the subjects of the district's card assessment. */
const QIWU = `
qw-wutong town 01010101 梧桐里街道 栖梧区梧桐里街道 Wutongli Wutongli Subdistrict
qw-tingchao town 01010102 听潮街道 栖梧区听潮街道 Tingchao Tingchao Subdistrict
qw-baiyi town 01010103 白漪街道 栖梧区白漪街道 Baiyi Baiyi Subdistrict
qw-heyue town 01010104 荷月街道 栖梧区荷月街道 Heyue Heyue Subdistrict
qw-shuoqiao town 01010105 朔桥镇 栖梧区朔桥镇 Shuoqiao Shuoqiao Town
qw-yuncha town 01010106 云茶镇 栖梧区云茶镇 Yuncha Yuncha Town
qw-zhufa town 01010107 竹筏镇 栖梧区竹筏镇 Zhufa Zhufa Town
qw-luyin town 01010108 鹿饮镇 栖梧区鹿饮镇 Luyin Luyin Town
qw-drc department 01010120 区发改局 栖梧区发展和改革局 Qiwu_Development_and_Reform Qiwu Development and Reform Bureau
qw-iit department 01010121 区工信局 栖梧区工业和信息化局 Qiwu_Industry Qiwu Industry and Information Technology Bureau
qw-finance department 01010122 区财政局 栖梧区财政局 Qiwu_Finance Qiwu Finance Bureau
qw-land department 01010123 区资源规划局 栖梧区自然资源和规划局 Qiwu_Planning Qiwu Natural Resources and Planning Bureau
qw-housing department 01010124 区住建局 栖梧区住房和城乡建设局 Qiwu_Housing Qiwu Housing and Construction Bureau
qw-agri department 01010125 区农业农村局 栖梧区农业农村局 Qiwu_Agriculture Qiwu Agriculture and Rural Affairs Bureau
qw-invest department 01010126 区商务局 栖梧区商务和投资促进局 Qiwu_Commerce Qiwu Commerce and Investment Bureau
qw-edu department 01010127 区教育局 栖梧区教育局 Qiwu_Education Qiwu Education Bureau
qw-civil department 01010128 区民政局 栖梧区民政局 Qiwu_Civil_Affairs Qiwu Civil Affairs Bureau
qw-hrss department 01010129 区人社局 栖梧区人力资源和社会保障局 Qiwu_Employment Qiwu Human Resources and Social Security Bureau
qw-health department 01010130 区卫健局 栖梧区卫生健康局 Qiwu_Health Qiwu Health Bureau
qw-emergency department 01010131 区应急局 栖梧区应急管理局 Qiwu_Emergency Qiwu Emergency Management Bureau
qw-service department 01010132 区审批服务局 栖梧区行政审批服务局 Qiwu_Services Qiwu Administrative Services Bureau
qw-urban department 01010133 区城管局 栖梧区城市管理局 Qiwu_Urban_Management Qiwu Urban Management Bureau`;

/** What differs from unit to unit: dates of life, parents, other names. */
const EXTRA: Readonly<Record<string, Row>> = {
  portarea: { valid_from: '2022-07-01', parent: 'chengwan' },
  logistics: { parent: 'wangqiao' },
  broadcast: { valid_to: '2022-06-30' },
  tourism: { valid_to: '2022-06-30' },
  culture: { valid_from: '2022-07-01', aliases: '市文广旅局' },
  data: { aliases: '云澜市大数据管理局;市大数据局;Yunlan Big Data Administration' },
  service: { aliases: '市政务局' },
  zhenshan: { aliases: '枕山县' },
};

function parseUnits(lines: string, first: number, parent: string): Row[] {
  return lines
    .trim()
    .split('\n')
    .map((line, i) => {
      const [unit, kind, code, short, name, shortEn, ...nameEn] = line.split(' ') as [string, string, string, string, string, string, ...string[]];
      const row = { unit, name, name_en: nameEn.join(' '), short_name: short, short_name_en: shortEn.replaceAll('_', ' '), kind, parent, code };
      return { ...row, order: first + i * 10, ...EXTRA[unit] };
    });
}

export const UNIT_COLUMNS = 'unit name name_en short_name short_name_en kind parent code order valid_from valid_to aliases'.split(' ');

export const UNITS: readonly Row[] = [...parseUnits(CITY, 10, ''), ...parseUnits(QIWU, 1010, 'qiwu')];

export const DISTRICTS = ['qiwu', 'wangqiao', 'chengwan', 'songlang'];
export const COUNTIES = ['boyun', 'yanxi', 'mailong', 'qingli', 'luting'];
export const ZONES = ['hightech', 'etdz', 'portarea', 'logistics'];
export const ECONOMIC = 'drc sci iit finance land housing transport water agri commerce market sasac'.split(' ');
export const SOCIAL = 'edu police civil justice hrss eco urban broadcast tourism culture health emergency data service'.split(' ');

export const QIWU_TOWNS = UNITS.filter((row) => row.parent === 'qiwu' && row.kind === 'town').map((row) => String(row.unit));
const QIWU_OFFICES = UNITS.filter((row) => row.parent === 'qiwu' && row.kind === 'department').map((row) => String(row.unit));
export const QIWU_ECONOMIC = QIWU_OFFICES.slice(0, 7);
export const QIWU_SOCIAL = QIWU_OFFICES.slice(7);

/** Whether a unit exists on the last day of a period. */
export function existsOn(unit: string, date: string): boolean {
  const { valid_from, valid_to } = EXTRA[unit] ?? {};
  return (!valid_from || String(valid_from) <= date) && (!valid_to || date <= String(valid_to));
}
