/**
 * The 30 tasks and the 10 highlight brands of the reform-and-brand campaign. One line a task:
 * category · kind of work · lead units (one or two) · assisting units · sponsors (1–2) · title · title in English
 * Categories: r reform, t tackle, s secure, h highlight brand.
 */
export const BRAND_TASKS = `
r R service,data market,justice 2 政务服务事项“免证办”改革 | Let people prove facts without paper certificates
r R finance drc,sasac 1 预算绩效“花钱问效”改革 | Tie budgets to measured results
r R land housing,agri 2 农村宅基地规范管理试点 | Pilot clear rules for village homesteads
r R health,civil hrss,finance 2 医养结合签约服务改革 | Join medical and elderly care under one contract
r R edu hrss,finance 1 集团化办学与教师交流轮岗 | Run schools in groups and rotate teachers among them
r R sasac transport,water 1 市属公用企业整合重组 | Merge the city’s utility companies
r R market justice,commerce 2 包容审慎监管“首违不罚”清单 | Publish a list of first offences that go unfined
r R urban police,justice 1 综合行政执法下沉镇街 | Move law enforcement down to towns and subdistricts
r R water agri,finance 1 农业水价综合改革 | Reform the price of irrigation water
r R sci,hightech finance,iit 2 科技成果“先用后付”改革 | Let firms use patents first and pay later
t B transport,land wangqiao,police 2 云澜大道快速化改造 | Rebuild Yunlan Avenue as an expressway
t I iit,etdz drc,finance 2 百亿级储能装备产业园建设 | Build a ten-billion-yuan park for energy storage
t B housing,qiwu urban,land 2 栖梧老城片区有机更新 | Renew the old town of Qiwu block by block
t J commerce portarea,logistics 1 冷链物流枢纽招商落地 | Bring a cold-chain hub to the city
t B water,chengwan land,eco 2 澄湾海堤生态化提升 | Raise and green the Chengwan sea wall
t E eco,songlang water,iit 1 松廊河全流域达标攻坚 | Bring the whole Songlang River up to standard
t D data service,police 1 城市大脑二期建设 | Build the second stage of the city data platform
t J agri,mailong market,commerce 2 麦垄面食产业强链行动 | Strengthen Mailong’s noodle and flour industry
t B culture,qingli transport,land 1 青笠山国家步道贯通 | Complete the Qingli hills walking trail
t B edu,hightech housing,finance 1 科学城九年一贯制学校建设 | Build the Science City school for ages six to fifteen
s C emergency housing,urban 2 城市生命线安全监测工程 | Monitor the safety of bridges, gas and drains
s C housing police,finance 1 房地产项目风险化解 | Resolve the risks of stalled housing projects
s E eco urban,transport 1 秋冬季大气污染防治 | Keep the air clean in autumn and winter
s C agri,boyun land,finance 1 耕地“非粮化”整治复耕 | Return farmland to grain
s S hrss,civil finance,edu 2 高校毕业生就业托底 | Find a first job for every graduate in need
s C finance sasac,drc 2 地方债务风险防控 | Keep local debt within its limits
s S health market,hrss 1 基层药品供应保障 | Keep village clinics supplied with medicines
s E water luting,emergency 1 山区水库群汛期联合调度 | Operate the hill reservoirs together in the flood season
s C market agri,edu 1 “一老一小”食品安全守护 | Guard the food of the very young and the old
s C police,justice civil,urban 1 矛盾纠纷多元化解 | Settle disputes before they reach the courts
h R service,hightech data,market 1 “云上澜办”企业服务品牌 | Yunlan Online: one counter for companies
h S civil,wangqiao health,housing 1 “望桥邻里”社区养老品牌 | Wangqiao Neighbours: care close to home
h J zhenshan,iit commerce,market 1 “枕山智造”小家电区域品牌 | Made Smart in Zhenshan: a mark for small appliances
h J qingli,agri culture,commerce 1 “青笠云雾”茶产业品牌 | Qingli Mist: a name for hill tea
h S culture,qiwu urban,commerce 1 “梧桐夜读”公共文化品牌 | Wutong Night Reading: libraries open late
h R justice,songlang police,civil 1 “廊桥说事”基层治理品牌 | Talk at the Covered Bridge: neighbours settle disputes
h E water,yanxi eco,agri 1 “砚溪清波”幸福河湖品牌 | Clear Yanxi: a river people swim in again
h D data,etdz iit,sci 1 “数聚园区”公共数据品牌 | Data for Business Parks
h S edu,mailong hrss,culture 1 “麦田课堂”劳动教育品牌 | Classroom in the Fields
h J portarea,commerce drc,transport 1 “澄湾速通”口岸服务品牌 | Chengwan Express: faster clearance at the port
`;
