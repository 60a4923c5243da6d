/**
 * The 129 tasks of the order list, by batch. One line a task:
 * category · origin · kind of work · first responsible unit · assisting units · title · title in English
 * Categories: s strategic, b breakthrough, g guarantee. Origins: a assigned, v self-proposed.
 */
export const ORDER_TASKS: readonly string[] = [
  `
s a B transport land,chengwan 云澜江跨江大桥建成通车 | Open the Yunlan River Bridge to traffic
s a I iit hightech,sci 新型显示产业园一期投产 | Start production at the first phase of the display industry park
s a B transport portarea,finance 临港疏港铁路专用线开工建设 | Break ground on the freight spur to the port area
s a J commerce portarea,market 综合保税区封关验收 | Pass the customs inspection of the bonded zone
s v D data service,drc 城市运行“一网统管”平台上线 | Launch a single platform for running the city
s a J sci hightech,edu 组建先进材料联合实验室 | Set up a joint laboratory for advanced materials
s v I etdz iit,commerce 引进动力电池回收利用龙头项目 | Attract a leading battery-recycling project
s a B drc transport,land 机场改扩建项目可研获批 | Obtain approval of the airport extension’s feasibility study
s a R sasac finance 完成市属国企三项制度改革 | Complete the personnel, pay and employment reform of city-owned companies
s v J qiwu culture,commerce 打造梧桐里历史文化街区 | Revive the Wutongli historic quarter
b a R service market,justice 企业开办“一窗通”压至半个工作日 | Cut the time to register a company to half a working day
b a R housing land,service 工程建设项目审批压至六十个工作日 | Cut construction permitting to sixty working days
b a E water eco,qiwu,songlang 消除城区黑臭水体十二条 | Clean up twelve foul urban waterways
b a M housing urban,wangqiao 改造老旧小区八十六个 | Renovate 86 ageing housing estates
b v D health hrss,data 全市医院检查结果互认 | Make test results valid in every hospital of the city
b a R land finance,agri 盘活批而未供土地五千亩 | Put 333 hectares of idle approved land to use
b a M edu housing,finance 新建改扩建中小学十八所 | Build or extend eighteen schools
b v S wangqiao urban,transport 望桥片区新增停车泊位六千个 | Add 6,000 parking spaces in the Wangqiao quarter
b a E eco transport,etdz 淘汰国三及以下柴油货车 | Retire diesel lorries below the third emission standard
b v J agri mailong,commerce 建设麦垄优质粮产业带 | Create the Mailong belt for quality grain
b a M boyun yanxi,luting 打通县际断头路九条 | Connect nine dead-end roads between counties
b v D market data 电梯安全智慧监管覆盖两万台 | Bring 20,000 lifts under smart safety supervision
b a R hrss civil,finance 零工市场实现县区全覆盖 | Open a casual-work market in every district and county
g a C emergency iit,market 危险化学品企业安全整治清零 | Close every open safety fault at chemical plants
g a W water agri,luting 病险水库除险加固四十七座 | Reinforce 47 unsafe reservoirs
g a C finance sasac 政府隐性债务年度化解任务完成 | Meet the year’s target for reducing hidden government debt
g a C housing police,finance 保交楼项目按期交付 | Hand over delayed pre-sold homes on schedule
g a E eco urban,water 中心城区空气优良天数达标 | Meet the target for days of good air in the central city
g v C agri market,mailong 粮食播种面积稳定在三百二十万亩 | Keep grain sowing at 213,000 hectares
g a S civil health,finance 特困供养机构消防改造全部完成 | Finish fire-safety works in all state care homes
g a C police justice,data 电信网络诈骗案件压降两成 | Reduce telephone and online fraud by a fifth`,
  `
s a B transport drc,etdz 市域快速环线东段贯通 | Complete the eastern arc of the express ring road
s v I hightech sci,iit 建成工业互联网标识解析节点 | Build a node for identifying goods on the industrial internet
s a I drc iit,boyun 泊云抽水蓄能电站开工 | Start work on the Boyun pumped-storage power station
s v J portarea commerce,transport 新增近洋集装箱航线三条 | Open three new short-sea container routes
s a R finance sasac,sci 设立五十亿元产业引导基金 | Set up a five-billion-yuan industry fund
s v I songlang culture,commerce 松廊影视后期制作基地开园 | Open the Songlang post-production studios
s a B water drc,qingli 青笠调水工程全线通水 | Bring the Qingli water transfer into full operation
b a R service data,market 高频事项“跨县区通办”二百项 | Make 200 common services available in any district
b v D hrss data,civil 社保卡“一卡通”拓展四十个场景 | Extend the social security card to forty everyday uses
b a M urban water,qiwu 主城区易涝点整治二十六处 | Cure 26 flood-prone spots in the city centre
b v R justice commerce,market 建成涉企法律服务超市 | Open a one-stop legal service centre for companies
b a S civil housing,qiwu 建成社区养老服务综合体十五个 | Complete fifteen community centres for older people
b a S health finance,luting 县级医院胸痛卒中中心全覆盖 | Equip every county hospital to treat heart attack and stroke
b v J zhenshan iit,commerce 枕山智能家居产业集群过百亿 | Grow the Zhenshan smart-home cluster past ten billion yuan
b a E eco water,songlang 松廊工业区污水零直排改造 | End direct discharge in the Songlang industrial area
b v D agri data,boyun 建成数字农田六万亩 | Bring 4,000 hectares under digital farming
b a R market agri,health 小餐饮“亮照亮灶”改造三千家 | Open up the kitchens of 3,000 small restaurants to view
b a M edu finance,chengwan 新增普惠性托位四千个 | Add 4,000 affordable nursery places
b v J culture qingli,transport 青笠茶谷创建省级旅游度假区 | Win provincial resort status for the Qingli tea valley
b a M housing land,wangqiao 筹集保障性租赁住房五千套 | Secure 5,000 subsidised rental homes
b v R land housing,chengwan 工业用地“标准地”出让全覆盖 | Sell all industrial land with its standards fixed in advance
b a C urban police,transport 非机动车乱停放专项治理 | Bring order to bicycle and scooter parking
g a C emergency agri,water 山洪灾害危险区转移演练全覆盖 | Hold evacuation drills in every flash-flood area
g v W water chengwan 第二水厂深度处理改造 | Upgrade treatment at the second waterworks
g a C hrss housing,police 根治欠薪专项行动案件动态清零 | Settle every case of unpaid wages
g a E land eco,yanxi 废弃矿山生态修复三十八处 | Restore 38 abandoned mines
g a C edu police,market 校园周边安全隐患清零 | Remove every hazard found around schools
g v S luting health,civil 鹭汀山区巡回医疗车常态化运行 | Run mobile clinics through the Luting hills all year`,
  `
s a B transport land,wangqiao 高铁望桥站站前综合枢纽封顶 | Top out the transport hub at Wangqiao high-speed station
s v I etdz iit,sasac 新能源商用车整车项目下线首车 | Roll out the first vehicle from the electric truck plant
s a D data drc,finance 公共数据授权运营首批场景落地 | Put the first licensed uses of public data into operation
s v J sci hightech,finance 科技型中小企业净增三百家 | Add 300 technology start-ups on balance
s a M drc etdz,portarea 建成国家物流骨干节点项目六个 | Complete six projects of the national logistics hub
b a R market service,data 市场主体“歇业一件事”落地 | Let companies suspend business in a single step
b v R hrss edu,etdz 技能人才“订单班”培养五千人 | Train 5,000 skilled workers to employers’ orders
b a B culture finance,wangqiao 市群众艺术馆新馆开放 | Open the new city arts centre
b v D transport urban,police 公交信号优先覆盖八十个路口 | Give buses priority at eighty junctions
b a S health civil,yanxi 村卫生室标准化建设四百所 | Bring 400 village clinics up to standard
b v E land eco,qingli 创建森林城市增绿三万亩 | Plant 2,000 hectares for the forest city
b a W urban housing,service 生活垃圾焚烧厂二期投运 | Start the second line of the waste-to-energy plant
b v I agri luting,market 鹭汀高山蔬菜供应链基地投用 | Bring the Luting highland vegetable hub into use
b a R justice police,civil 镇街综治中心规范化建设 | Standardise dispute-resolution centres in towns
b v S edu health,qiwu 课后服务与体教融合全覆盖 | Offer after-school care and sport in every school
b a B water land,mailong 麦垄灌区续建配套 | Extend and modernise the Mailong irrigation district
b v I commerce culture,logistics 跨境电商集货仓投入运营 | Put the cross-border e-commerce warehouse into service
g a S health hrss,mailong 发热诊疗与急救网络冬季扩容 | Enlarge fever clinics and ambulance cover for winter
g v E eco water,chengwan 澄湾入海排口溯源整治 | Trace and clean every sea outfall in Chengwan
g a C emergency urban,police 高层建筑消防通道打通 | Clear fire lanes at every high-rise
g a S civil finance,hrss 困难群众温暖过冬保障 | Keep households in need warm through winter
g v D market agri,data 食用农产品批发市场全程追溯 | Trace farm produce through every wholesale market
g a C finance drc,sasac 县区“三保”支出预警清零 | Clear every warning on counties’ essential spending
g a C transport emergency,police 农村公路平交路口“千灯万带”改造 | Fit lights and speed bumps at country crossroads`,
  `
s a B drc transport,hightech 云澜科学城起步区开工 | Break ground on the first quarter of Yunlan Science City
s v I hightech iit,finance 微显示芯片中试平台建成 | Complete the pilot line for micro-display chips
s a B transport land,songlang 轨道交通一号线全线洞通 | Finish tunnelling on metro line 1
s v J iit etdz,data 培育智能工厂与数字化车间四十家 | Develop forty smart factories and digital workshops
s a B portarea transport,water 澄湾港十万吨级泊位主体完工 | Finish the 100,000-tonne berth at Chengwan port
s a R drc eco,finance 启动碳达峰试点城市建设 | Launch the carbon-peak pilot city programme
b v D service data,hrss “高效办成一件事”上线十八项 | Put eighteen life events online as single applications
b a M housing urban,songlang 城中村改造四片区启动安置 | Start rehousing in four urban villages
b v R market justice,commerce 信用修复“一次办”全面推行 | Let companies restore their credit record in one visit
b a S civil health,wangqiao 老年助餐点新增一百二十个 | Open 120 more canteens for older people
b v J commerce culture,qiwu 听潮夜间消费街区开街 | Open the Tingchao evening market quarter
b a B edu finance,hightech 市职业教育园区一期启用 | Open the first phase of the vocational education campus
b v W water eco,agri 百里清流幸福河创建 | Restore fifty kilometres of clean river
b a R finance service,sasac 政府采购“不见面开标”全覆盖 | Open all public tenders online
b v J zhenshan iit,market 枕山小家电绿色工厂二十家 | Certify twenty green factories in Zhenshan
b a D health data,hrss 电子病历市域共享 | Share electronic patient records across the city
b v S urban housing,civil 口袋公园与社区绿道六十处 | Lay out sixty pocket parks and neighbourhood paths
b a M agri boyun,yanxi 高标准农田新建二十万亩 | Build 13,300 hectares of high-standard farmland
b v D land housing,data 不动产登记“交房即交证” | Hand over title deeds together with the keys
g a C emergency commerce,market 瓶装液化气安全专项整治 | Make bottled-gas supply safe
g v C health market,edu 学校食堂“互联网+明厨亮灶”全覆盖 | Put every school kitchen on camera for parents
g a E eco agri,mailong 秸秆禁烧与综合利用 | End straw burning and put straw to use
g v S hrss civil,finance 零就业家庭动态清零 | Find work for every household without a job
g a C housing emergency,urban 自建房安全隐患整治 | Repair unsafe self-built houses
g v W water luting,land 中小河流治理五十二公里 | Train 52 kilometres of small rivers against floods
g a C police justice,civil 信访积案化解三百件 | Settle 300 long-running complaints
g v S culture qingli,agri 乡村图书流动服务覆盖全部乡镇 | Bring mobile libraries to every township`,
  `
s a I iit hightech,drc 新型显示产业园二期开工 | Start the second phase of the display industry park
s v R data drc,justice 数据产权登记制度先行先试 | Pilot a register of data ownership
s a B transport zhenshan,land 云枕城际快速路开工 | Break ground on the Yunlan–Zhenshan expressway
s v I portarea drc,eco 绿色甲醇加注首船落地 | Fuel the first ship with green methanol
s a R drc commerce,service 优化营商环境三年攻坚收官 | Conclude the three-year campaign for better business conditions
b v S service hrss,logistics 政务服务“园区驿站”建成二十个 | Open twenty service counters inside business parks
b a M housing finance,chengwan 老旧小区加装电梯三百部 | Add 300 lifts to older blocks of flats
b v J agri boyun,commerce 泊云预制食品产业园招商满园 | Fill the Boyun prepared-food park with tenants
b a B health finance,portarea 市第三医院临港院区竣工 | Complete the port campus of the Third City Hospital
b v W urban eco,market 建筑垃圾资源化利用厂投产 | Open the plant that recycles building rubble
b a R edu hrss,finance 教师“县管校聘”改革 | Let counties, not schools, employ teachers
b v D police data,transport 交通信号“绿波带”延伸一百公里 | Extend synchronised green lights by 100 kilometres
b a S civil housing,yanxi 家庭适老化改造两千户 | Adapt 2,000 homes for older residents
b v J culture songlang,commerce 影视基地研学线路推出十条 | Offer ten study tours of the film studios
g a C emergency housing,iit 燃气管网老化更新一百八十公里 | Replace 180 kilometres of ageing gas mains
g v E eco land,qingli 饮用水源地隔离防护工程 | Fence and protect drinking-water sources
g a S health civil,emergency 冬季重点人群健康保障 | Protect people most at risk in winter
g v C market agri,edu 农村集体聚餐食品安全备案 | Register village banquets for food safety
g a M water agri,luting 农村供水管网延伸到户 | Bring piped water to every village home`,
];
