<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
    <context>
        <name>sentences</name>
        <message>
            <source>A GPU is the fastest device here.</source>
            <translation>여기서는 GPU가 가장 빠른 장치입니다.</translation>
        </message>
        <message>
            <source>A key has too many parts.</source>
            <translation>키가 너무 많은 부분으로 되어 있습니다.</translation>
        </message>
        <message>
            <source>A line of the run's events cannot be read and is skipped.</source>
            <translation>실행 이벤트의 한 줄을 읽을 수 없어 건너뜁니다.</translation>
        </message>
        <message>
            <source>A part of this picture is missing; what could be read is used.</source>
            <translation>이 사진의 일부가 없습니다. 읽을 수 있는 부분만 사용합니다.</translation>
        </message>
        <message>
            <source>A run cannot be called {}.</source>
            <translation>실행 이름으로 {}을(를) 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>Add pictures: so few are learned by heart.</source>
            <translation>사진을 더 넣으세요. 너무 적으면 외워 버립니다.</translation>
        </message>
        <message>
            <source>Apple's GPU is the fastest device here.</source>
            <translation>여기서는 Apple GPU가 가장 빠른 장치입니다.</translation>
        </message>
        <message>
            <source>Ask its owner for permission to read it.</source>
            <translation>소유자에게 읽기 권한을 요청하세요.</translation>
        </message>
        <message>
            <source>Calibration needs at least {} pictures of classes that the model knows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path.</source>
            <translation>경로를 확인하세요.</translation>
        </message>
        <message>
            <source>Choose a .safetensors or .pth file with the weights of a VGG.</source>
            <translation>VGG 가중치가 든 .safetensors 또는 .pth 파일을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a .safetensors or .pth file.</source>
            <translation>.safetensors 또는 .pth 파일을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a folder that exists.</source>
            <translation>존재하는 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to.</source>
            <translation>쓰기 권한이 있는 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a folder with one subfolder of pictures for each class, or a CSV file of path and label.</source>
            <translation>클래스마다 사진 하위 폴더가 하나씩 있는 폴더나, 경로와 레이블의 CSV 파일을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a folder with one subfolder of pictures for each class.</source>
            <translation>클래스마다 사진 하위 폴더가 하나씩 있는 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a model at the top of the window.</source>
            <translation>창 위쪽에서 모델을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a picture file, not a device or a pipe.</source>
            <translation>장치나 파이프가 아니라 사진 파일을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a picture file.</source>
            <translation>사진 파일을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a smaller model or smaller pictures.</source>
            <translation>더 작은 모델이나 더 작은 사진을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose a smaller model, train fewer layers, or end other programs that use the device.</source>
            <translation>더 작은 모델을 선택하거나, 더 적은 층을 학습하거나, 장치를 쓰는 다른 프로그램을 끝내세요.</translation>
        </message>
        <message>
            <source>Choose a smaller model.</source>
            <translation>더 작은 모델을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose another folder with --runs-dir.</source>
            <translation>--runs-dir로 다른 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose another model, or another device.</source>
            <translation>다른 모델이나 다른 장치를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>다른 모델을 선택하세요.</translation>
        </message>
        <message>
            <source>Choose another name for the new file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name, or go on with it: vgg-desktop runs resume.</source>
            <translation>다른 이름을 선택하거나 이어서 학습하세요: vgg-desktop runs resume.</translation>
        </message>
        <message>
            <source>Choose auto or cpu.</source>
            <translation>auto 또는 cpu를 선택하세요.</translation>
        </message>
        <message>
            <source>Choose auto or cpu; vgg-desktop doctor says more.</source>
            <translation>auto 또는 cpu를 선택하세요. vgg-desktop doctor가 자세히 알려 줍니다.</translation>
        </message>
        <message>
            <source>Choose auto or cuda.</source>
            <translation>auto 또는 cuda를 선택하세요.</translation>
        </message>
        <message>
            <source>Close other programs.</source>
            <translation>다른 프로그램을 닫으세요.</translation>
        </message>
        <message>
            <source>Convert it to PNG, for example with GIMP, or with ImageMagick (magick FILE NEW.png).</source>
            <translation>PNG로 변환하세요. 예를 들어 GIMP나 ImageMagick(magick FILE NEW.png)을 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>Copy or download it again.</source>
            <translation>다시 복사하거나 내려받으세요.</translation>
        </message>
        <message>
            <source>Delete it, so that a new split is made.</source>
            <translation>삭제하면 새 분할이 만들어집니다.</translation>
        </message>
        <message>
            <source>Discard it again in a moment.</source>
            <translation>잠시 후 다시 버리세요.</translation>
        </message>
        <message>
            <source>Do not use it.</source>
            <translation>사용하지 마세요.</translation>
        </message>
        <message>
            <source>Each copy counts, so these pictures weigh more than others.</source>
            <translation>사본마다 세어지므로 이 사진들의 비중이 더 커집니다.</translation>
        </message>
        <message>
            <source>Each row needs the SHA-256 of a picture and a label, or the word exclude.</source>
            <translation>각 행에는 사진의 SHA-256과 레이블, 또는 exclude라는 단어가 필요합니다.</translation>
        </message>
        <message>
            <source>Every row needs an id, and no id may appear twice.</source>
            <translation>모든 행에 id가 있어야 하며 같은 id가 두 번 나올 수 없습니다.</translation>
        </message>
        <message>
            <source>For names such as cat_017_3.jpg: "^(cat_[0-9]+)".</source>
            <translation>cat_017_3.jpg 같은 이름에는: "^(cat_[0-9]+)".</translation>
        </message>
        <message>
            <source>Free some space and resume the run; the last checkpoint is intact.</source>
            <translation>공간을 확보하고 실행을 재개하세요. 마지막 체크포인트는 온전합니다.</translation>
        </message>
        <message>
            <source>Free some space and try again.</source>
            <translation>공간을 확보하고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Free some space or mend the folder's permissions, then resume the run.</source>
            <translation>공간을 확보하거나 폴더 권한을 고친 뒤 실행을 재개하세요.</translation>
        </message>
        <message>
            <source>Free some space, or set cache_gb to 0.</source>
            <translation>공간을 확보하거나 cache_gb를 0으로 설정하세요.</translation>
        </message>
        <message>
            <source>Get a new copy of it, or save it again as JPEG or PNG.</source>
            <translation>새로 받거나 JPEG 또는 PNG로 다시 저장하세요.</translation>
        </message>
        <message>
            <source>Get a new copy of it.</source>
            <translation>새로 받으세요.</translation>
        </message>
        <message>
            <source>Get it again from where it came.</source>
            <translation>받았던 곳에서 다시 받으세요.</translation>
        </message>
        <message>
            <source>Get it again from where it came; if you replaced it yourself, give it a new date.</source>
            <translation>받은 곳에서 다시 받으십시오. 직접 바꾼 파일이라면 수정 날짜를 새로 지정하십시오.</translation>
        </message>
        <message>
            <source>Give one label a class, in the model's own order.</source>
            <translation>모델의 순서대로 클래스마다 레이블을 하나씩 지정하세요.</translation>
        </message>
        <message>
            <source>If it was read wrongly, say how: {}.</source>
            <translation>잘못 읽었다면 알려 주세요: {}.</translation>
        </message>
        <message>
            <source>Import it, so that it gets labels and a description.</source>
            <translation>가져오기를 하면 레이블과 설명이 붙습니다.</translation>
        </message>
        <message>
            <source>It asks for a header of {} bytes.</source>
            <translation>{}바이트의 헤더를 요구합니다.</translation>
        </message>
        <message>
            <source>It asks for {}.</source>
            <translation>{}을(를) 요구합니다.</translation>
        </message>
        <message>
            <source>It has the format {}; this version reads {}.</source>
            <translation>형식은 {}이며 이 버전은 {}을(를) 읽습니다.</translation>
        </message>
        <message>
            <source>It is larger than {} bytes.</source>
            <translation>{}바이트보다 큽니다.</translation>
        </message>
        <message>
            <source>It is left where it is; delete its folder yourself.</source>
            <translation>그대로 두었습니다. 폴더를 직접 삭제하세요.</translation>
        </message>
        <message>
            <source>It may have been moved or deleted.</source>
            <translation>옮겨졌거나 삭제되었을 수 있습니다.</translation>
        </message>
        <message>
            <source>It needs one row a picture: its path, a comma, its label.</source>
            <translation>사진마다 한 행이 필요합니다: 경로, 쉼표, 레이블.</translation>
        </message>
        <message>
            <source>It reads the VGG weights of torchvision, timm and the classic notebook, and its own.</source>
            <translation>torchvision, timm, 고전 노트북의 VGG 가중치와 자체 형식을 읽습니다.</translation>
        </message>
        <message>
            <source>Its content is not the one that was looked at.</source>
            <translation>내용이 앞서 살펴본 것과 다릅니다.</translation>
        </message>
        <message>
            <source>Its folders are matched to the model's classes by id, name and alias.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its pictures are left out.</source>
            <translation>그 사진들은 제외됩니다.</translation>
        </message>
        <message>
            <source>Last digits may differ.</source>
            <translation>마지막 자릿수가 다를 수 있습니다.</translation>
        </message>
        <message>
            <source>Left out of training.</source>
            <translation>학습에서 제외됩니다.</translation>
        </message>
        <message>
            <source>Load it again.</source>
            <translation>다시 불러오세요.</translation>
        </message>
        <message>
            <source>Load the model again.</source>
            <translation>모델을 다시 불러오세요.</translation>
        </message>
        <message>
            <source>Look at the folder again.</source>
            <translation>폴더를 다시 살펴보세요.</translation>
        </message>
        <message>
            <source>Memory is short: pictures are now classified {} at a time.</source>
            <translation>메모리가 부족합니다. 이제 사진을 한 번에 {}장씩 분류합니다.</translation>
        </message>
        <message>
            <source>Mend the links, or delete them.</source>
            <translation>링크를 고치거나 지우세요.</translation>
        </message>
        <message>
            <source>No GPU was found that torch can use.</source>
            <translation>torch가 쓸 수 있는 GPU를 찾지 못했습니다.</translation>
        </message>
        <message>
            <source>No checkpoint of the run {} can be read.</source>
            <translation>실행 {}의 체크포인트를 하나도 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>No model is loaded.</source>
            <translation>불러온 모델이 없습니다.</translation>
        </message>
        <message>
            <source>Nobody can tell which is right, so they are left out. Correct them, or delete the wrong copies.</source>
            <translation>어느 것이 맞는지 알 수 없어 제외합니다. 수정하거나 잘못된 사본을 삭제하세요.</translation>
        </message>
        <message>
            <source>None of the pictures could be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the {} can be read.</source>
            <translation>{} 가운데 읽을 수 있는 것이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing can be said about how well they are learned.</source>
            <translation>얼마나 잘 배웠는지 알 수 없습니다.</translation>
        </message>
        <message>
            <source>Only the last layer is to be trained, but the recipe's head is not that of the weights.</source>
            <translation>마지막 층만 학습하려 하지만 레시피의 헤드가 가중치의 헤드와 다릅니다.</translation>
        </message>
        <message>
            <source>Pictures of up to {} MB are read.</source>
            <translation>{} MB까지의 사진을 읽습니다.</translation>
        </message>
        <message>
            <source>Pictures of up to {} million pixels are read.</source>
            <translation>{}백만 화소까지의 사진을 읽습니다.</translation>
        </message>
        <message>
            <source>Put recipe.toml back as it was, or start a new run with the changed recipe.</source>
            <translation>recipe.toml을 원래대로 돌려놓거나 바뀐 레시피로 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Put the file back, or look at the data again and start a new run.</source>
            <translation>파일을 되돌려 놓거나, 데이터를 다시 살펴보고 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Put the pictures back as they were, or start a new run.</source>
            <translation>사진을 원래대로 되돌리거나 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Put them back as they were, or start a new run.</source>
            <translation>원래대로 되돌리거나 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Resume the run; if it happens again, report it with the run's worker.log.</source>
            <translation>실행을 재개하세요. 또 일어나면 실행의 worker.log와 함께 알려 주세요.</translation>
        </message>
        <message>
            <source>Run "vgg-desktop doctor" to see what is missing.</source>
            <translation>"vgg-desktop doctor"를 실행하면 무엇이 빠졌는지 알 수 있습니다.</translation>
        </message>
        <message>
            <source>Save it again as an ordinary JPEG.</source>
            <translation>일반 JPEG로 다시 저장하세요.</translation>
        </message>
        <message>
            <source>Save it as UTF-8.</source>
            <translation>UTF-8로 저장하세요.</translation>
        </message>
        <message>
            <source>Save only the state dict: torch.save(model.state_dict(), FILE).</source>
            <translation>state dict만 저장하세요: torch.save(model.state_dict(), FILE).</translation>
        </message>
        <message>
            <source>Set head to "auto", or train to "classifier".</source>
            <translation>head를 "auto"로 하거나 train을 "classifier"로 설정하세요.</translation>
        </message>
        <message>
            <source>Some settings could not be read, and have their usual values again.</source>
            <translation>일부 설정을 읽을 수 없어 기본값으로 되돌렸습니다.</translation>
        </message>
        <message>
            <source>Some steps have {} pictures, too few for {} processes.</source>
            <translation>일부 단계의 사진이 {}장뿐이어서 프로세스 {}개에는 부족합니다.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong.</source>
            <translation>예기치 않은 문제가 생겼습니다.</translation>
        </message>
        <message>
            <source>Sort them into one folder for each class, as in the training folder, and they are used. Until then a share of the training pictures validates.</source>
            <translation>학습 폴더처럼 클래스마다 폴더 하나씩 나눠 넣으면 쓰입니다. 그때까지는 학습 사진의 일부로 검증합니다.</translation>
        </message>
        <message>
            <source>Start a new run with the same recipe.</source>
            <translation>같은 레시피로 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Start a new run, from its best.safetensors if you like.</source>
            <translation>원한다면 best.safetensors에서 새 실행을 시작하세요.</translation>
        </message>
        <message>
            <source>Start again with a learning rate well below {}, with clip_norm 1, or with precision fp32; the weights from before are kept.</source>
            <translation>학습률을 {}보다 훨씬 낮추거나, clip_norm 1 또는 fp32 정밀도로 다시 시작하세요. 이전 가중치는 보관되어 있습니다.</translation>
        </message>
        <message>
            <source>Start fewer processes, or set a larger batch_size.</source>
            <translation>프로세스를 더 적게 시작하거나 batch_size를 더 크게 설정하세요.</translation>
        </message>
        <message>
            <source>That could not be done.</source>
            <translation>할 수 없었습니다.</translation>
        </message>
        <message>
            <source>The answers of {} do not count, because its weights file is damaged.</source>
            <translation>{}의 가중치 파일이 손상되어 그 답은 유효하지 않습니다.</translation>
        </message>
        <message>
            <source>The cache of decoded pictures could not be written: {}.</source>
            <translation>디코딩한 사진의 캐시를 쓸 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The checkpoint {} cannot be read.</source>
            <translation>체크포인트 {}을(를) 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The checkpoint {} is damaged.</source>
            <translation>체크포인트 {}이(가) 손상되었습니다.</translation>
        </message>
        <message>
            <source>The checkpoint {} is damaged; the run goes on from the one before.</source>
            <translation>체크포인트 {}이(가) 손상되어 그 이전 것에서 이어 갑니다.</translation>
        </message>
        <message>
            <source>The checkpoints of the run {} cannot be read.</source>
            <translation>실행 {}의 체크포인트를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The classes changed: {} before, {} now, or other names.</source>
            <translation>클래스가 바뀌었습니다: 이전 {}개, 지금 {}개, 또는 이름이 다름.</translation>
        </message>
        <message>
            <source>The command ended with status {}.</source>
            <translation>명령이 상태 {}(으)로 끝났습니다.</translation>
        </message>
        <message>
            <source>The corrections name {} that the data does not have: {}.</source>
            <translation>수정 목록에 데이터에 없는 것이 있습니다({0}): {1}.</translation>
        </message>
        <message>
            <source>The corrections {} are no CSV in UTF-8.</source>
            <translation>수정 파일 {}이(가) UTF-8 CSV가 아닙니다.</translation>
        </message>
        <message>
            <source>The corrections {} cannot be read: {}.</source>
            <translation>수정 파일 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The corrections {} have a row that is none: {}.</source>
            <translation>수정 파일 {}에 올바르지 않은 행이 있습니다: {}.</translation>
        </message>
        <message>
            <source>The dataset report cannot be read.</source>
            <translation>데이터 보고서를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The device's memory does not hold a single picture of this training.</source>
            <translation>장치 메모리에 이 학습의 사진 한 장도 들어가지 않습니다.</translation>
        </message>
        <message>
            <source>The device's memory does not hold this model.</source>
            <translation>장치 메모리에 이 모델이 들어가지 않습니다.</translation>
        </message>
        <message>
            <source>The device's memory is short: each step is now computed in parts of {} pictures.</source>
            <translation>장치 메모리가 부족합니다. 이제 각 단계를 사진 {}장씩 나누어 계산합니다.</translation>
        </message>
        <message>
            <source>The disk has no room for a checkpoint of {} MB: {} MB are free.</source>
            <translation>디스크에 {} MB 체크포인트를 둘 공간이 없습니다: 여유 {} MB.</translation>
        </message>
        <message>
            <source>The engine could not be started.</source>
            <translation>엔진을 시작할 수 없습니다.</translation>
        </message>
        <message>
            <source>The file does not say which values are black and white: {} and {} were taken, as in the training data.</source>
            <translation>파일에 어느 값이 검정이고 흰색인지 적혀 있지 않아, 학습 데이터에서처럼 {}과(와) {}을(를) 썼습니다.</translation>
        </message>
        <message>
            <source>The file does not say which values are black and white: {} and {} were taken, by the picture's own values.</source>
            <translation>파일에 어느 값이 검정이고 흰색인지 적혀 있지 않아, 사진 자체의 값에 따라 {}과(와) {}을(를) 썼습니다.</translation>
        </message>
        <message>
            <source>The fingerprint does not fit the samples.</source>
            <translation>지문이 표본과 맞지 않습니다.</translation>
        </message>
        <message>
            <source>The folder {} cannot be read: {}.</source>
            <translation>폴더 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The folder {} holds {} and no class folders, so nobody can tell their classes: choose the table that names them instead, or sort them into one folder for each class.</source>
            <translation>폴더 {}에는 {}이 있고 클래스 폴더가 없어서 클래스를 알 수 없습니다. 클래스를 적은 표를 대신 고르거나, 클래스마다 폴더 하나씩 나눠 넣으세요.</translation>
        </message>
        <message>
            <source>The folder's name is used as the label.</source>
            <translation>폴더 이름을 레이블로 씁니다.</translation>
        </message>
        <message>
            <source>The folders {} all hold folders of the same names ({}), so either could be the classes: say which.</source>
            <translation>폴더 {}에 모두 같은 이름의 폴더({})가 있어서 어느 쪽이든 클래스일 수 있습니다. 어느 쪽인지 골라 주세요.</translation>
        </message>
        <message>
            <source>The folders {} are one class.</source>
            <translation>폴더 {}은(는) 한 클래스입니다.</translation>
        </message>
        <message>
            <source>The group pattern {} is no regular expression: {}.</source>
            <translation>그룹 패턴 {}은(는) 정규식이 아닙니다: {}.</translation>
        </message>
        <message>
            <source>The label list {} cannot be read: {}.</source>
            <translation>레이블 목록 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The label list {} is not UTF-8 text.</source>
            <translation>레이블 목록 {}이(가) UTF-8 텍스트가 아닙니다.</translation>
        </message>
        <message>
            <source>The label list {} needs one row a class: id, name, synonyms, separated by tabs.</source>
            <translation>레이블 목록 {}에는 클래스마다 한 행이 필요합니다: id, 이름, 동의어, 탭으로 구분.</translation>
        </message>
        <message>
            <source>The largest class ({}, {}) has {} times as many training pictures as the smallest ({}, {}).</source>
            <translation>가장 큰 클래스({0}, {1})의 학습 사진이 가장 작은 클래스({3}, {4})의 {2}배입니다.</translation>
        </message>
        <message>
            <source>The log says more.</source>
            <translation>로그에 더 자세한 내용이 있습니다.</translation>
        </message>
        <message>
            <source>The model could not be loaded.</source>
            <translation>모델을 불러올 수 없습니다.</translation>
        </message>
        <message>
            <source>The model could not be warmed up.</source>
            <translation>모델을 미리 데울 수 없습니다.</translation>
        </message>
        <message>
            <source>The model knows no class {}; its {} pictures are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model {} gives no usable answer for this picture.</source>
            <translation>모델 {}이(가) 이 사진에 쓸 만한 답을 내지 못합니다.</translation>
        </message>
        <message>
            <source>The model {} is not on this machine yet.</source>
            <translation>모델 {}이(가) 아직 이 컴퓨터에 없습니다.</translation>
        </message>
        <message>
            <source>The model {} {}.</source>
            <translation>모델 {0}: {1}.</translation>
        </message>
        <message>
            <source>The numbers of {} are too large for fp16; it now runs in bf16.</source>
            <translation>{}의 수가 fp16에는 너무 커서 이제 bf16으로 실행합니다.</translation>
        </message>
        <message>
            <source>The old file is kept as {}.</source>
            <translation>이전 파일은 {}(으)로 보관했습니다.</translation>
        </message>
        <message>
            <source>The picture is empty.</source>
            <translation>사진이 비어 있습니다.</translation>
        </message>
        <message>
            <source>The pictures could not all be classified.</source>
            <translation>사진을 모두 분류하지는 못했습니다.</translation>
        </message>
        <message>
            <source>The pictures could not be looked at.</source>
            <translation>사진들을 살펴볼 수 없습니다.</translation>
        </message>
        <message>
            <source>The presets are {}.</source>
            <translation>사전 설정은 {}입니다.</translation>
        </message>
        <message>
            <source>The recipe is not a TOML file.</source>
            <translation>레시피가 TOML 파일이 아닙니다.</translation>
        </message>
        <message>
            <source>The recipe {} cannot be read: {}.</source>
            <translation>레시피 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The recipe's class_weights = "balanced" makes up for it.</source>
            <translation>레시피의 class_weights = "balanced"가 이를 보완합니다.</translation>
        </message>
        <message>
            <source>The result is the same but for batch norm; training is slower.</source>
            <translation>배치 정규화를 빼면 결과는 같고 학습이 더 느려집니다.</translation>
        </message>
        <message>
            <source>The run cannot go on exactly, because {} changed.</source>
            <translation>{}이(가) 바뀌어 실행을 똑같이 이어 갈 수 없습니다.</translation>
        </message>
        <message>
            <source>The run cannot go on, because its recipe changed: {}.</source>
            <translation>레시피가 바뀌어 실행을 이어 갈 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The run directory cannot be written{}: {}.</source>
            <translation>실행 폴더에 쓸 수 없습니다{}: {}.</translation>
        </message>
        <message>
            <source>The run directory {} cannot be made: {}.</source>
            <translation>실행 폴더 {}을(를) 만들 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The run has ended already.</source>
            <translation>실행이 이미 끝났습니다.</translation>
        </message>
        <message>
            <source>The run is about to end already.</source>
            <translation>실행이 이미 끝나는 중입니다.</translation>
        </message>
        <message>
            <source>The run was ended at once; it goes on from its last checkpoint.</source>
            <translation>실행을 즉시 끝냈습니다. 마지막 체크포인트에서 이어 갈 수 있습니다.</translation>
        </message>
        <message>
            <source>The run {} cannot be moved to the trash: {}.</source>
            <translation>실행 {}을(를) 휴지통으로 옮길 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The run {} cannot be read.</source>
            <translation>실행 {}을(를) 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The run {} is being trained already.</source>
            <translation>실행 {}은(는) 이미 학습 중입니다.</translation>
        </message>
        <message>
            <source>The run {} is {}; there is nothing left to train.</source>
            <translation>실행 {}은(는) {} 상태이며 더 학습할 것이 없습니다.</translation>
        </message>
        <message>
            <source>The run {} was not made by the leading process.</source>
            <translation>실행 {}을(를) 주도하는 프로세스가 만들지 않았습니다.</translation>
        </message>
        <message>
            <source>The settings cannot be read: {}.</source>
            <translation>설정을 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The settings cannot be saved: {}.</source>
            <translation>설정을 저장할 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The snapshot could not be copied: {}.</source>
            <translation>스냅숏을 복사할 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The split column holds neither train nor val in {}: {}.</source>
            <translation>분할 열에 train도 val도 아닌 값이 있습니다({0}): {1}.</translation>
        </message>
        <message>
            <source>The split is one of {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table {} cannot be read: {}.</source>
            <translation>표 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The table {} has no two columns.</source>
            <translation>표 {}에 두 열이 없습니다.</translation>
        </message>
        <message>
            <source>The table {} is damaged: {}.</source>
            <translation>표 {}이(가) 손상되었습니다: {}.</translation>
        </message>
        <message>
            <source>The table {} is not UTF-8 text.</source>
            <translation>표 {}이(가) UTF-8 텍스트가 아닙니다.</translation>
        </message>
        <message>
            <source>The validation folder {} holds {} in no class folder: they are left alone.</source>
            <translation>검증 폴더 {}에 클래스 폴더 밖에 있는 {}이 있습니다. 건드리지 않습니다.</translation>
        </message>
        <message>
            <source>The weights file {} cannot be read: {}.</source>
            <translation>가중치 파일 {}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The weights file {} does not say which model it holds.</source>
            <translation>가중치 파일 {}에 어떤 모델인지 나와 있지 않습니다.</translation>
        </message>
        <message>
            <source>The weights file {} has changed since it was loaded.</source>
            <translation>가중치 파일 {}이(가) 불러온 뒤에 바뀌었습니다.</translation>
        </message>
        <message>
            <source>The weights file {} is cut short: {} of {} bytes are there.</source>
            <translation>가중치 파일 {0}이(가) 잘렸습니다: {2}바이트 중 {1}바이트만 있습니다.</translation>
        </message>
        <message>
            <source>The weights file {} is damaged: its content has changed since it was checked, but not its date.</source>
            <translation>가중치 파일 {}이(가) 손상되었습니다. 확인한 뒤 날짜는 그대로인데 내용이 바뀌었습니다.</translation>
        </message>
        <message>
            <source>The weights file {} is damaged: {}.</source>
            <translation>가중치 파일 {}이(가) 손상되었습니다: {}.</translation>
        </message>
        <message>
            <source>The weights file {} was written by a newer version of VGG Desktop.</source>
            <translation>가중치 파일 {}은(는) 더 새로운 버전의 VGG Desktop이 쓴 것입니다.</translation>
        </message>
        <message>
            <source>The window goes on; Help, Copy a report says more for us.</source>
            <translation>창은 계속 쓸 수 있습니다. 도움말의 보고서 복사가 자세한 내용을 담습니다.</translation>
        </message>
        <message>
            <source>The worker of the run {} cannot be started: {}.</source>
            <translation>실행 {}의 작업 프로세스를 시작할 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>The worker of the run {} does not start.</source>
            <translation>실행 {}의 작업 프로세스가 시작되지 않습니다.</translation>
        </message>
        <message>
            <source>The worker of the run {} ended before it began.</source>
            <translation>실행 {}의 작업 프로세스가 시작하기도 전에 끝났습니다.</translation>
        </message>
        <message>
            <source>The worker of the run {} has not ended yet.</source>
            <translation>실행 {}의 작업 프로세스가 아직 끝나지 않았습니다.</translation>
        </message>
        <message>
            <source>There are no pictures in class folders in {}.</source>
            <translation>{}의 클래스 폴더에 사진이 없습니다.</translation>
        </message>
        <message>
            <source>There are no validation pictures, so nothing could tell how good the model is.</source>
            <translation>검증 사진이 없어 모델이 얼마나 좋은지 알 수 없습니다.</translation>
        </message>
        <message>
            <source>There are: {}.</source>
            <translation>있는 것: {}.</translation>
        </message>
        <message>
            <source>There is a run called {} already.</source>
            <translation>{}(이)라는 실행이 이미 있습니다.</translation>
        </message>
        <message>
            <source>There is no GPU {}: this machine has {}, counted from 0.</source>
            <translation>GPU {0}이(가) 없습니다: 이 컴퓨터에는 {1}개가 있으며 0부터 셉니다.</translation>
        </message>
        <message>
            <source>There is no device called {}.</source>
            <translation>{}(이)라는 장치가 없습니다.</translation>
        </message>
        <message>
            <source>There is no model called {}.</source>
            <translation>{}(이)라는 모델이 없습니다.</translation>
        </message>
        <message>
            <source>There is no precision called {}.</source>
            <translation>{}(이)라는 정밀도가 없습니다.</translation>
        </message>
        <message>
            <source>There is no preset called {}.</source>
            <translation>{}(이)라는 사전 설정이 없습니다.</translation>
        </message>
        <message>
            <source>There is no run called {}.</source>
            <translation>{}(이)라는 실행이 없습니다.</translation>
        </message>
        <message>
            <source>There is no weights file {}.</source>
            <translation>가중치 파일 {}이(가) 없습니다.</translation>
        </message>
        <message>
            <source>There is not enough memory to read {}.</source>
            <translation>{}을(를) 읽을 메모리가 부족합니다.</translation>
        </message>
        <message>
            <source>They are no classes.</source>
            <translation>클래스가 아닙니다.</translation>
        </message>
        <message>
            <source>They have no effect.</source>
            <translation>아무 효과가 없습니다.</translation>
        </message>
        <message>
            <source>They would make the accuracy look better than it is. They are kept out of validation.</source>
            <translation>정확도가 실제보다 좋아 보이게 만듭니다. 검증에서 뺍니다.</translation>
        </message>
        <message>
            <source>This attempt runs with {} {} instead of {}.</source>
            <translation>이번 시도는 {0} {1}(으)로 실행합니다(이전 {2}).</translation>
        </message>
        <message>
            <source>This build of torch runs on the CPU only.</source>
            <translation>이 torch 빌드는 CPU에서만 실행됩니다.</translation>
        </message>
        <message>
            <source>This file is empty: {}.</source>
            <translation>파일이 비어 있습니다: {}.</translation>
        </message>
        <message>
            <source>This file is not a readable picture: {}.</source>
            <translation>읽을 수 있는 사진이 아닙니다: {}.</translation>
        </message>
        <message>
            <source>This file is not there: {}.</source>
            <translation>파일이 없습니다: {}.</translation>
        </message>
        <message>
            <source>This is not a readable picture.</source>
            <translation>읽을 수 있는 사진이 아닙니다.</translation>
        </message>
        <message>
            <source>This machine has no Apple GPU that torch can use.</source>
            <translation>이 컴퓨터에는 torch가 쓸 수 있는 Apple GPU가 없습니다.</translation>
        </message>
        <message>
            <source>This machine has no GPU that torch can use.</source>
            <translation>이 컴퓨터에는 torch가 쓸 수 있는 GPU가 없습니다.</translation>
        </message>
        <message>
            <source>This model is closed.</source>
            <translation>이 모델은 닫혔습니다.</translation>
        </message>
        <message>
            <source>This picture cannot be shown.</source>
            <translation>이 사진을 보여 줄 수 없습니다.</translation>
        </message>
        <message>
            <source>This picture could not be classified.</source>
            <translation>이 사진을 분류할 수 없습니다.</translation>
        </message>
        <message>
            <source>Training broke down at step {} of epoch {}: its loss is no longer a finite number.</source>
            <translation>에포크 {1}의 단계 {0}에서 학습이 무너졌습니다: 손실이 더 이상 유한한 수가 아닙니다.</translation>
        </message>
        <message>
            <source>Training needs at least two classes, and there is only one: {}.</source>
            <translation>학습에는 클래스가 둘 이상 필요한데 하나뿐입니다: {}.</translation>
        </message>
        <message>
            <source>Training was ended by a fault of the program: {}.</source>
            <translation>프로그램 오류로 학습이 끝났습니다: {}.</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>잠시 후 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Try another device in the menu at the top.</source>
            <translation>위쪽 메뉴에서 다른 장치를 선택해 보세요.</translation>
        </message>
        <message>
            <source>Update VGG Desktop.</source>
            <translation>VGG Desktop을 업데이트하세요.</translation>
        </message>
        <message>
            <source>Update this program.</source>
            <translation>이 프로그램을 업데이트하세요.</translation>
        </message>
        <message>
            <source>Use JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM or TGA.</source>
            <translation>JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM, TGA를 사용하세요.</translation>
        </message>
        <message>
            <source>Use letters, digits, spaces, dots, dashes or underscores.</source>
            <translation>글자, 숫자, 공백, 점, 붙임표, 밑줄을 사용하세요.</translation>
        </message>
        <message>
            <source>Use one of {} or cuda:1.</source>
            <translation>{} 또는 cuda:1 중 하나를 사용하세요.</translation>
        </message>
        <message>
            <source>Use one of {}.</source>
            <translation>{} 중 하나를 사용하세요.</translation>
        </message>
        <message>
            <source>Use the id, name or alias of a class, or exclude.</source>
            <translation>클래스의 id, 이름, 별칭 또는 exclude를 사용하세요.</translation>
        </message>
        <message>
            <source>VGG has {} layers, not {}.</source>
            <translation>VGG의 층은 {}개이며 {}개가 아닙니다.</translation>
        </message>
        <message>
            <source>VGG needs an input of at least {} px, not {}.</source>
            <translation>VGG 입력은 최소 {}px이어야 하며 {}은(는) 너무 작습니다.</translation>
        </message>
        <message>
            <source>What is left is used.</source>
            <translation>남은 부분만 사용합니다.</translation>
        </message>
        <message>
            <source>You chose it.</source>
            <translation>직접 선택했습니다.</translation>
        </message>
        <message>
            <source>{} can be read only in part: {}.</source>
            <translation>{}은(는) 일부만 읽을 수 있습니다: {}.</translation>
        </message>
        <message>
            <source>{} cannot be opened: {}.</source>
            <translation>{}을(를) 열 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>{} cannot be read: {}.</source>
            <translation>{}을(를) 읽을 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>{} could not be written: {}.</source>
            <translation>{}을(를) 쓸 수 없습니다: {}.</translation>
        </message>
        <message>
            <source>{} does not exist.</source>
            <translation>{}이(가) 없습니다.</translation>
        </message>
        <message>
            <source>{} exists already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} has no pictures of a class that this model knows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} has too many pixels{}.</source>
            <translation>{}의 화소가 너무 많습니다{}.</translation>
        </message>
        <message>
            <source>{} has {} classes, but {} labels were given.</source>
            <translation>{}에는 클래스가 {}개인데 레이블이 {}개 주어졌습니다.</translation>
        </message>
        <message>
            <source>{} holds more than weights and was not opened: such a file can run any program.</source>
            <translation>{}에는 가중치 말고 다른 것도 들어 있어 열지 않았습니다. 그런 파일은 아무 프로그램이나 실행할 수 있습니다.</translation>
        </message>
        <message>
            <source>{} holds no VGG that this program knows.</source>
            <translation>{}에는 이 프로그램이 아는 VGG가 없습니다.</translation>
        </message>
        <message>
            <source>{} is a HEIC picture, and the reader for these is not installed.</source>
            <translation>{}은(는) HEIC 사진이며 이를 읽는 기능이 설치되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>{} is a folder, not a picture.</source>
            <translation>{}은(는) 사진이 아니라 폴더입니다.</translation>
        </message>
        <message>
            <source>{} is damaged or of an unusual kind, and nothing of it could be read.</source>
            <translation>{}이(가) 손상되었거나 특이한 종류여서 아무것도 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>{} is damaged.</source>
            <translation>{}이(가) 손상되었습니다.</translation>
        </message>
        <message>
            <source>{} is made to take very long to decode.</source>
            <translation>{}은(는) 디코딩이 매우 오래 걸리도록 만들어졌습니다.</translation>
        </message>
        <message>
            <source>{} is neither a folder nor a CSV file.</source>
            <translation>{}은(는) 폴더도 CSV 파일도 아닙니다.</translation>
        </message>
        <message>
            <source>{} is not a regular file.</source>
            <translation>{}은(는) 일반 파일이 아닙니다.</translation>
        </message>
        <message>
            <source>{} is not a weights file that this program can read.</source>
            <translation>{}은(는) 이 프로그램이 읽을 수 있는 가중치 파일이 아닙니다.</translation>
        </message>
        <message>
            <source>{} is not a weights file that this program knows.</source>
            <translation>{}은(는) 이 프로그램이 아는 가중치 파일이 아닙니다.</translation>
        </message>
        <message>
            <source>{} is not a weights file that torch wrote: it would unpack to more than it is.</source>
            <translation>{}은(는) torch가 쓴 가중치 파일이 아닙니다. 풀면 실제보다 커집니다.</translation>
        </message>
        <message>
            <source>{} is too large: {} MB.</source>
            <translation>{}이(가) 너무 큽니다: {} MB.</translation>
        </message>
        <message>
            <source>{} is {}, which this program does not read.</source>
            <translation>{}은(는) {}이며 이 프로그램이 읽지 않는 종류입니다.</translation>
        </message>
        <message>
            <source>{} not in the label list: {}.</source>
            <translation>{}이(가) 레이블 목록에 없습니다: {}.</translation>
        </message>
        <message>
            <source>{} nowhere, so what lay behind is left out: {}.</source>
            <translation>끊어진 {}. 그 뒤에 있던 것은 빠집니다: {}.</translation>
        </message>
        <message>
            <source>{} of pictures that are not here.</source>
            <translation>여기 없는 사진에 대한 {}.</translation>
        </message>
        <message>
            <source>{} of the run {} cannot be read: {}.</source>
            <translation>실행 {1}의 {0}을(를) 읽을 수 없습니다: {2}.</translation>
        </message>
        <message>
            <source>{} of {} was written by a newer version of the program.</source>
            <translation>{1}의 {0}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다.</translation>
        </message>
        <message>
            <source>{} picture{} ({}).</source>
            <translation>사진 {0}장 ({2}).</translation>
        </message>
        <message>
            <source>{} relabelled and {} excluded by your corrections.</source>
            <translation>수정에 따라 {}의 레이블을 바꾸고 {}장을 제외했습니다.</translation>
        </message>
        <message>
            <source>{} was not moved: it has changed since it was corrected.</source>
            <translation>{}을(를) 옮기지 않았습니다: 수정한 뒤에 바뀌었습니다.</translation>
        </message>
        <message>
            <source>{} was not moved: there is a file of that name already.</source>
            <translation>{}을(를) 옮기지 않았습니다: 같은 이름의 파일이 이미 있습니다.</translation>
        </message>
        <message>
            <source>{} was not moved: {}.</source>
            <translation>{}을(를) 옮기지 않았습니다: {}.</translation>
        </message>
        <message>
            <source>{} was written by a newer version of this program.</source>
            <translation>{}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다.</translation>
        </message>
        <message>
            <source>{} without pictures: {}.</source>
            <translation>사진이 없는 {}: {}.</translation>
        </message>
        <message>
            <source>{} {} fewer than {} training pictures: {}.</source>
            <translation>{0}의 학습 사진이 {2}장보다 적습니다: {3}.</translation>
        </message>
        <message>
            <source>{} {} in both training and validation: {}.</source>
            <translation>{0}이 학습과 검증 양쪽에 있습니다: {2}.</translation>
        </message>
        <message>
            <source>{} {} more than once on the same side of the split: {}.</source>
            <translation>{0}이 분할의 같은 쪽에 두 번 이상 있습니다: {2}.</translation>
        </message>
        <message>
            <source>{} {} no training pictures: {}.</source>
            <translation>{0}에 학습 사진이 없습니다: {2}.</translation>
        </message>
        <message>
            <source>{} {} no validation pictures: {}.</source>
            <translation>{0}에 검증 사진이 없습니다: {2}.</translation>
        </message>
        <message>
            <source>{} {} under more than one class: {}.</source>
            <translation>{0}이 둘 이상의 클래스에 있습니다: {2}.</translation>
        </message>
        <message>
            <source>{} {}; the model now runs on the CPU.</source>
            <translation>{} {}. 이제 모델이 CPU에서 실행됩니다.</translation>
        </message>
    </context>
    <context>
        <name>fragments</name>
        <message>
            <source>{} picture</source>
            <translation>사진 {}장</translation>
        </message>
        <message>
            <source>{} pictures</source>
            <translation>사진 {}장</translation>
        </message>
        <message>
            <source>{} class</source>
            <translation>클래스 {}개</translation>
        </message>
        <message>
            <source>{} classes</source>
            <translation>클래스 {}개</translation>
        </message>
        <message>
            <source>{} folder</source>
            <translation>폴더 {}개</translation>
        </message>
        <message>
            <source>{} folders</source>
            <translation>폴더 {}개</translation>
        </message>
        <message>
            <source>{} correction</source>
            <translation>수정 {}건</translation>
        </message>
        <message>
            <source>{} corrections</source>
            <translation>수정 {}건</translation>
        </message>
        <message>
            <source>{} extra copy</source>
            <translation>추가 사본 {}장</translation>
        </message>
        <message>
            <source>{} extra copies</source>
            <translation>추가 사본 {}장</translation>
        </message>
        <message>
            <source>{} row</source>
            <translation>{}행</translation>
        </message>
        <message>
            <source>{} rows</source>
            <translation>{}행</translation>
        </message>
        <message>
            <source>{} and {} more</source>
            <translation>{} 외 {}개</translation>
        </message>
        <message>
            <source>ran out of memory</source>
            <translation>메모리가 부족함</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>실패함</translation>
        </message>
        <message>
            <source>does not fit into memory</source>
            <translation>메모리에 들어가지 않습니다</translation>
        </message>
        <message>
            <source>it is not UTF-8 text</source>
            <translation>UTF-8 텍스트가 아님</translation>
        </message>
    </context>
</TS>
